import { FailureCard } from '../../components/failure-card';
import { missing } from '../../format/missing';
import { formatInteger } from '../../format/numbers';
import { formatMoment } from '../../format/time';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { ViewNotice } from '../../components/view-notice';
import { tablePath } from './data-address';
import { DiffTable } from './diff-table';

/** The versions of a table, each to be looked at and to be compared with the one before. */
export function HistoryTab({ table }: { table: string }) {
  const open = useStores('address', (state) => state.open);
  const compared = useStores('address', (state) =>
    Number(state.address.parameters['compare'] ?? NaN),
  );
  const from = useStores('address', (state) => Number(state.address.parameters['from'] ?? NaN));
  const adjust = useStores('address', (state) => state.adjust);
  const newest = useStores(
    'overview',
    (state) => state.overview?.tables.find((one) => one.table === table)?.tableVersion ?? 0,
  );
  const { view, value, reload } = useRequest('tables.history', { table, limit: 200 }, newest);
  if (value === null)
    return <ViewNotice view={view} willAppear={t('data.noTables')} onRetry={reload} />;
  const figure = (count: number | null) => (count === null ? missing : formatInteger(count));
  return (
    <div className="history-tab">
      {view.kind === 'failed' && <FailureCard failure={view.failure} onRetry={reload} />}
      {Number.isInteger(compared) && compared > 0 && (
        <DiffTable
          table={table}
          from={from < compared ? from : compared - 1}
          version={compared}
          onFrom={(version) => adjust({ from: String(version) })}
          onClose={() => adjust({ compare: null, from: null })}
        />
      )}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('data.history')}>
        <table className="figures-table rows-table">
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('data.versions.version')}
              </th>
              <th scope="col">{t('data.versions.time')}</th>
              <th scope="col">{t('data.versions.operation')}</th>
              <th scope="col" className="number">
                {t('data.versions.rowsAdded')}
              </th>
              <th scope="col" className="number">
                {t('data.versions.rowsRemoved')}
              </th>
              <th scope="col" className="number">
                {t('data.versions.files')}
              </th>
              <th scope="col" className="number">
                {t('data.versions.batch')}
              </th>
              <th scope="col" className="version-writer">
                {t('data.versions.writer')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {value.versions.map((one) => (
              <tr key={one.version}>
                <td className="number">{formatInteger(one.version)}</td>
                <td>{formatMoment(one.committedAtMs)}</td>
                <td className="version-operation" title={one.writer ?? undefined}>
                  {one.operation ?? missing}
                </td>
                <td className="number">{figure(one.rowsAdded)}</td>
                <td className="number">{figure(one.rowsRemoved)}</td>
                <td className="number">
                  +{formatInteger(one.filesAdded)} −{formatInteger(one.filesRemoved)}
                </td>
                <td className="number">
                  {one.silverVersion === null
                    ? figure(one.batchId)
                    : t('data.versions.silver', { version: formatInteger(one.silverVersion) })}
                </td>
                <td className="version-writer" title={one.writer ?? undefined}>
                  {one.writer ?? missing}
                </td>
                <td className="row-actions">
                  <button
                    type="button"
                    className="button button-quiet"
                    onClick={() => open(tablePath(table), { version: String(one.version) })}
                  >
                    {t('data.viewVersion')}
                  </button>
                  <button
                    type="button"
                    className="button button-quiet"
                    disabled={one.version === 0}
                    onClick={() => adjust({ compare: String(one.version), from: null })}
                  >
                    {t('data.compare')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
