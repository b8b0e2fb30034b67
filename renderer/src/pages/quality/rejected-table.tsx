import type { RejectedReport } from '../../../../main/contract/rejected';
import { formatInteger } from '../../format/numbers';
import { formatClock } from '../../format/time';
import { t } from '../../languages/language';
import { ruleName } from './rejected-chart';
import { rejectedColumns } from './rejected-columns';

/** The columns of the chart as a table, newest first; parts of the time without a row are left out. */
export function RejectedTable({ report }: { report: RejectedReport }) {
  const { times, parts } = rejectedColumns(report);
  const filled = times
    .map((atMs, index) => ({ atMs, rows: parts.map(({ values }) => values[index]!) }))
    .filter(({ rows }) => rows.some((count) => count > 0))
    .reverse();
  return (
    <div
      className="table-scroll"
      tabIndex={0}
      role="group"
      aria-label={t('quality.rejected.title')}
    >
      <table className="figures-table quality-table">
        <thead>
          <tr>
            <th scope="col">{t('quality.rejected.from')}</th>
            {parts.map((part) => (
              <th scope="col" className="number" key={ruleName(part)}>
                {ruleName(part)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {filled.map(({ atMs, rows }) => (
            <tr key={atMs}>
              <th scope="row">{formatClock(atMs, report.untilMs)}</th>
              {rows.map((count, index) => (
                <td className="number" key={index}>
                  {formatInteger(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
