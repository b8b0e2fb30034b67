import { Badge } from '../../components/badge';
import { CopyButton } from '../../components/copy-button';
import { FailureCard } from '../../components/failure-card';
import { Panel } from '../../components/panel';
import { missing } from '../../format/missing';
import { formatBytes, formatInteger } from '../../format/numbers';
import { formatDuration } from '../../format/time';
import { t } from '../../languages/language';
import type { ExportState } from './use-export';

/** The export that runs, with its cancel, or what came of the last one. */
export function ExportOutcome(props: {
  state: ExportState;
  onCancel: () => void;
  onDismiss: () => void;
}) {
  const { state, onCancel, onDismiss } = props;
  switch (state.kind) {
    case 'none':
      return null;
    case 'failed':
      return <FailureCard failure={state.failure} onDismiss={onDismiss} />;
    case 'running':
      return (
        <div className="export-running" role="status">
          <span>{t('export.running', { what: state.what })}</span>
          <progress
            max={100}
            aria-label={t('export.running', { what: state.what })}
            {...(state.percent === null ? {} : { value: state.percent })}
          />
          <button type="button" className="button" onClick={onCancel}>
            {t('action.starting')}
          </button>
        </div>
      );
    case 'done':
      return (
        <Panel
          title={t('export.done', { what: state.what })}
          unit={formatDuration(state.done.elapsedMs)}
          className="export-done"
          aside={
            <>
              <code className="export-path">{state.done.folder}</code>
              <CopyButton text={state.done.folder} label={t('copy.action')} />
              <button type="button" className="button" onClick={onDismiss}>
                {t('failure.dismiss')}
              </button>
            </>
          }
        >
          <div
            className="table-scroll"
            tabIndex={0}
            role="region"
            aria-label={t('export.done', { what: state.what })}
          >
            <table className="figures-table rows-table">
              <thead>
                <tr>
                  <th scope="col">{t('export.file')}</th>
                  <th scope="col" className="number">
                    {t('export.rows')}
                  </th>
                  <th scope="col" className="number">
                    {t('export.size')}
                  </th>
                  <th scope="col">{t('export.source')}</th>
                  <th scope="col">{t('export.selfCheck')}</th>
                </tr>
              </thead>
              <tbody>
                {state.done.files.map((file) => (
                  <tr key={file.path}>
                    <td>
                      <code>{file.path}</code>
                    </td>
                    <td className="number">{formatInteger(file.rows)}</td>
                    <td className="number">{formatBytes(file.bytes)}</td>
                    <td>
                      {file.table === null
                        ? missing
                        : t('panel.source', {
                            table: file.table,
                            version: formatInteger(file.tableVersion),
                          })}
                    </td>
                    <td>
                      <Badge
                        tone={file.selfCheck.passed ? 'green' : 'red'}
                        icon={file.selfCheck.passed ? 'check' : 'octagon'}
                        word={t(file.selfCheck.passed ? 'export.passed' : 'export.failed')}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            {state.done.notices.map((notice) => (
              <p key={notice} className="panel-note export-notice">
                {notice}
              </p>
            ))}
          </div>
        </Panel>
      );
  }
}
