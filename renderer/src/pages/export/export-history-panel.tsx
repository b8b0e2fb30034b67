import { useEffect } from 'react';
import type { RequestOf } from '../../../../main/contract/api';
import type { KeptExport } from '../../../../main/contract/export-history';
import { Badge } from '../../components/badge';
import { FailureCard } from '../../components/failure-card';
import { Panel } from '../../components/panel';
import { PanelNotice } from '../../components/panel-notice';
import { missing } from '../../format/missing';
import { formatBytes, formatInteger } from '../../format/numbers';
import { formatMoment } from '../../format/time';
import { t, tOr } from '../../languages/language';
import { useNowMs } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { ViewNotice } from '../../components/view-notice';
import { ExportPlaceLine } from './export-place-line';

/** One that goes on, by whatever door, is looked at this often. */
const watchMs = 2_000;

const outcomes = {
  running: { tone: 'blue', icon: 'arc' },
  done: { tone: 'green', icon: 'check' },
  failed: { tone: 'red', icon: 'octagon' },
  cancelled: { tone: 'neutral', icon: 'cross' },
} as const;

/** The exports that were made here, by any door: what came of them, and each to be made again. */
export function ExportHistoryPanel(props: {
  isRunning: boolean;
  /** How many ended in this window. */
  ended: number;
  onRepeat: (what: string, request: RequestOf<'export.run'>) => void;
}) {
  const { isRunning, onRepeat, ended } = props;
  const round = Math.floor(useNowMs() / watchMs);
  const freshness = `${isRunning} ${ended}`;
  const { view, value, reload } = useRequest('exportHistory.read', {}, freshness);
  const goesOn = value?.exports.some(({ status }) => status === 'running') ?? false;
  useEffect(() => {
    if (goesOn) reload();
  }, [round]);
  const exports = value?.exports ?? [];
  const nameOf = ({ preset }: KeptExport) => tOr(`export.kinds.${preset}`, preset);
  return (
    <Panel title={t('export.history')} unit={t('export.historyUnit')}>
      {value && view.kind === 'failed' && <FailureCard failure={view.failure} onRetry={reload} />}
      {value === null && (
        <ViewNotice view={view} willAppear={t('export.noHistoryYet')} onRetry={reload} />
      )}
      {value !== null && exports.length === 0 && (
        <PanelNotice
          icon="download"
          title={t('export.noHistory')}
          detail={t('export.noHistoryYet')}
        />
      )}
      {exports.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={t('export.history')}>
          <table className="figures-table rows-table export-history">
            <thead>
              <tr>
                <th scope="col">{t('export.when')}</th>
                <th scope="col">{t('export.what')}</th>
                <th scope="col">{t('export.status')}</th>
                <th scope="col">{t('export.selfCheck')}</th>
                <th scope="col" className="number">
                  {t('export.rows')}
                </th>
                <th scope="col" className="number">
                  {t('export.size')}
                </th>
                <th scope="col">{t('export.place')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {exports.map((one) => (
                <tr key={one.exportId}>
                  <td>{formatMoment(one.startedAtMs)}</td>
                  <th scope="row">{nameOf(one)}</th>
                  <td>
                    <Badge {...outcomes[one.status]} word={t(`export.states.${one.status}`)} />
                    {one.status === 'failed' && (
                      <code className="failure-code"> {one.failureCode}</code>
                    )}
                  </td>
                  <td>
                    {one.selfCheck === null
                      ? missing
                      : t(one.selfCheck === 'passed' ? 'export.passed' : 'export.failed')}
                  </td>
                  <td className="number">{formatInteger(one.rows)}</td>
                  <td className="number">{formatBytes(one.bytes)}</td>
                  <td>
                    {one.status !== 'done' ? (
                      missing
                    ) : one.folder === null ? (
                      t('export.browser')
                    ) : (
                      <ExportPlaceLine path={one.folder} />
                    )}
                  </td>
                  <td className="row-actions">
                    <RepeatButton
                      kept={one}
                      name={nameOf(one)}
                      isRunning={isRunning}
                      onRepeat={onRepeat}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

/** Writes the same into the same folder again; not of one that a browser saved. */
function RepeatButton(props: {
  kept: KeptExport;
  name: string;
  isRunning: boolean;
  onRepeat: (what: string, request: RequestOf<'export.run'>) => void;
}) {
  const { kept, name, isRunning, onRepeat } = props;
  const { request, folder } = kept;
  if (request === null || folder === null) return null;
  return (
    <button
      type="button"
      className="button"
      disabled={isRunning}
      aria-label={t('export.repeatOne', { what: name })}
      onClick={() => {
        const { requestId: _, ...again } = request;
        onRepeat(name, again);
      }}
    >
      {t('export.repeat')}
    </button>
  );
}
