import { formatEuro } from '../../format/numbers';
import { locale, t } from '../../languages/language';
import { totalRevenue } from './revenue-rows';
import type { RevenueRow } from './revenue-rows';

/** The same rows as figures, exact to the cent, the largest pair first, with the total. */
export function RevenueTable({ rows }: { rows: readonly RevenueRow[] }) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('revenue.title')}>
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">{t('revenue.columns.country')}</th>
            <th scope="col">{t('revenue.columns.segment')}</th>
            <th scope="col" className="number">
              {t('revenue.columns.sales')}
            </th>
            <th scope="col" className="number">
              {t('revenue.columns.revenue')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.countryCode} ${row.segmentCode}`}>
              <th scope="row">{row.country}</th>
              <td>{row.segment}</td>
              <td className="number">{Number(row.sales).toLocaleString(locale())}</td>
              <td className="number">{formatEuro(Number(row.revenue))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('revenue.total')}
            </th>
            <td className="number">{formatEuro(Number(totalRevenue(rows)))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
