import { FailureCard } from '../../components/failure-card';
import { missing } from '../../format/missing';
import { formatExact } from '../../format/cells';
import { formatInteger, formatPercent } from '../../format/numbers';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';

/** Columns and types of a table, with the least and the most of its numbers. */
export function SchemaTab({ table, version }: { table: string; version: number | null }) {
  const newest = useStores(
    'overview',
    (state) => state.overview?.tables.find((one) => one.table === table)?.tableVersion ?? 0,
  );
  const page = useRequest('records.readPage', { table, atVersion: version, limit: 1 }, newest);
  const figures = useRequest('records.summarise', { table, atVersion: version }, newest).value;
  if (page.view.kind === 'failed' && page.value === null)
    return <FailureCard failure={page.view.failure} onRetry={page.reload} />;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('data.schema')}>
      <table className="figures-table rows-table">
        <thead>
          <tr>
            <th scope="col">{t('data.column')}</th>
            <th scope="col">{t('data.type')}</th>
            <th scope="col" className="number">
              {t('data.nulls')}
            </th>
            <th scope="col" className="number">
              {t('data.least')}
            </th>
            <th scope="col" className="number">
              {t('data.most')}
            </th>
            <th scope="col" className="number">
              {t('data.mean')}
            </th>
          </tr>
        </thead>
        <tbody>
          {(page.value?.columns ?? []).map(({ name, type }) => {
            const column = figures?.columns.find((one) => one.name === name);
            const nulls =
              column && figures && figures.rowCount > 0
                ? formatPercent(1 - column.values / figures.rowCount)
                : missing;
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  <code>{type}</code>
                </td>
                <td className="number">{nulls}</td>
                <td className="number">{formatExact(column?.least ?? null, type)}</td>
                <td className="number">{formatExact(column?.most ?? null, type)}</td>
                <td className="number">{formatExact(column?.average ?? null, type)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="panel-note schema-note">
        {t('data.rowsInAll', { figure: formatInteger(figures?.rowCount ?? null) })}
      </p>
    </div>
  );
}
