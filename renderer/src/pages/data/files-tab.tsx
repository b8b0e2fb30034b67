import { useState } from 'react';
import type { TableFiles } from '../../../../main/contract/table-files';
import { CopyButton } from '../../components/copy-button';
import { FailureCard } from '../../components/failure-card';
import { missing } from '../../format/missing';
import { formatBytes, formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import type { RequestView } from '../../state/use-request';
import { FileStatistics } from './file-statistics';
import { FileUpkeep } from './file-upkeep';
import { GrowthPanel } from './growth-panel';
import { ViewNotice } from '../../components/view-notice';

/** The live files of a table: where its rows lie on disk, what the log notes of each, how they grew. */
export function FilesTab({ table, version }: { table: string; version: number | null }) {
  const newest = useStores(
    'overview',
    (state) => state.overview?.tables.find((one) => one.table === table)?.tableVersion ?? 0,
  );
  const { view, value, reload } = useRequest('tables.files', { table, atVersion: version }, newest);
  return (
    <div className="schema-tab">
      {value === null ? (
        <div className="files-notice">
          <ViewNotice view={view} willAppear={t('data.noTables')} onRetry={reload} />
        </div>
      ) : (
        <Files {...{ table, files: value, view, reload }} />
      )}
      <GrowthPanel table={table} />
    </div>
  );
}

/** The files of one version, and what is to be done with them. */
function Files(
  props: Pick<RequestView<TableFiles>, 'view' | 'reload'> & {
    table: string;
    files: TableFiles;
  },
) {
  const { table, files: value, view, reload } = props;
  const [opened, setOpened] = useState<string | null>(null);
  const { files } = value;
  return (
    <>
      <div className="tab-tools">
        <span className="panel-note">
          {t('data.filesOf', {
            count: value.count,
            size: formatBytes(value.sizeBytes),
            rows: formatInteger(value.rows),
            version: formatInteger(value.tableVersion),
          })}
          {value.count > files.length && <> · {t('data.firstFiles', { count: files.length })}</>}
        </span>
        <CopyButton text={value.folder} label={t('export.copyPath')} />
      </div>
      {view.kind === 'failed' && <FailureCard failure={view.failure} onRetry={reload} />}
      <FileUpkeep table={table} />
      {opened !== null && (
        <FileStatistics
          table={table}
          version={value.tableVersion}
          path={opened}
          onClose={() => setOpened(null)}
        />
      )}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('data.files')}>
        <table className="figures-table rows-table">
          <thead>
            <tr>
              <th scope="col">{t('data.path')}</th>
              <th scope="col">{t('data.partition')}</th>
              <th scope="col" className="number">
                {t('export.rows')}
              </th>
              <th scope="col" className="number">
                {t('export.size')}
              </th>
              <th scope="col" className="number">
                {t('data.addedAt')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.path}>
                <th scope="row" className="file-name" title={file.path}>
                  <code>{file.path.split('/').at(-1)}</code>
                </th>
                <td>
                  {Object.entries(file.partition)
                    .map(([name, of]) => `${name} = ${of ?? missing}`)
                    .join(', ') || missing}
                </td>
                <td className="number">{formatInteger(file.rows)}</td>
                <td className="number">{formatBytes(file.sizeBytes)}</td>
                <td className="number">{formatInteger(file.addedAtVersion)}</td>
                <td className="row-actions">
                  <button
                    type="button"
                    className="button button-quiet"
                    aria-pressed={opened === file.path}
                    onClick={() => setOpened(opened === file.path ? null : file.path)}
                  >
                    {t('data.statistics')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
