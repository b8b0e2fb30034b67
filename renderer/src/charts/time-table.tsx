import { useMemo } from 'react';
import { formatMoment } from '../format/time';
import { t } from '../languages/language';
import type { TimeLine } from './options/time-lines';
import { timeMoments } from './time-moments';

/** Rows at most: older ones are in the file that the chart's menu saves. */
const mostRows = 300;

/** The points of a chart over time as a table, newest first; moments without a value are left out. */
export function TimeTable(props: {
  lines: readonly TimeLine[];
  label: string;
  format: (value: number) => string;
}) {
  const { lines, label, format } = props;
  const moments = useMemo(
    () =>
      timeMoments(lines)
        .filter(({ values }) => values.some((value) => typeof value === 'number'))
        .slice(0, mostRows),
    [lines],
  );
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={label}>
      <table className="figures-table rows-table">
        <thead>
          <tr>
            <th scope="col">{t('chart.time')}</th>
            {lines.map(({ name }) => (
              <th scope="col" className="number" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moments.map(({ atMs, values }) => (
            <tr key={atMs}>
              <th scope="row">
                <time
                  dateTime={new Date(atMs).toISOString()}
                  title={t('kafka.utc', { time: new Date(atMs).toISOString().slice(0, 19) })}
                >
                  {formatMoment(atMs)}
                </time>
              </th>
              {values.map((value, index) => (
                <td className="number" key={index}>
                  {typeof value === 'number' ? format(value) : ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
