import { Badge } from '../../components/badge';
import { CopyButton } from '../../components/copy-button';
import { useEffect, useRef } from 'react';
import { FailureCard } from '../../components/failure-card';
import { FailureNotice } from '../../components/failure-notice';
import { Icon } from '../../components/icon';
import { Panel } from '../../components/panel';
import { StateAnnouncer } from '../../components/state-announcer';
import { formatAge } from '../../format/time';
import { t } from '../../languages/language';
import { lastGood } from '../../state/async-view';
import { useNowMs, useStores } from '../../state/stores';
import { reportText, summaryOf } from './doctor-appearance';
import { BundlePanel } from './bundle-panel';
import { DoctorSections } from './doctor-sections';
import { ResetPanel } from './reset-panel';
import { WaitingChecks } from './waiting-checks';

/** Is everything there that Deltadesk needs, and what is to be done where it is not? */
export function DiagnosticsPage() {
  const view = useStores('doctor', (state) => state.view);
  const isRunning = useStores('doctor', (state) => state.isRunning);
  const run = useStores('doctor', (state) => state.run);
  const isLost = useStores('connection', ({ connection }) => connection.kind !== 'open');
  const nowMs = useNowMs();
  useRefresh(run);
  const report = lastGood(view);
  const isAsking = useStores('doctor', ({ asking }) => asking !== null);
  // What a repair, a muting or another run has changed is in the summary.
  const isBusy = isRunning || isAsking || report === null;
  const spoken = isBusy ? t('diagnostics.running') : summaryOf(report);
  const age = report && formatAge(report.atMs, nowMs);
  return (
    <main className="page">
      <Panel
        title={t('diagnostics.title')}
        className="diagnostics"
        aside={
          <>
            <StateAnnouncer text={spoken} isUrgent={false} />
            {report && <span className="panel-note">{summaryOf(report)}</span>}
            {isLost && age ? (
              <Badge tone="amber" icon="clock" word={t('panel.stale', { age })} />
            ) : (
              <span className="diagnostics-age unit">{age}</span>
            )}
            {report && <CopyButton text={reportText(report)} label={t('diagnostics.copyReport')} />}
            <button
              type="button"
              className="button"
              aria-disabled={isRunning || isLost}
              onClick={() => {
                if (!isRunning && !isLost) void run();
              }}
            >
              {isRunning && <Icon name="arc" spins />}
              {t(isRunning ? 'diagnostics.running' : 'diagnostics.rerun')}
            </button>
          </>
        }
      >
        {report ? (
          <>
            {view.kind === 'failed' && (
              <FailureCard failure={view.failure} onRetry={() => void run()} />
            )}
            <DoctorSections report={report} />
          </>
        ) : view.kind === 'failed' && !isRunning ? (
          <FailureNotice failure={view.failure} onRetry={() => void run()} />
        ) : (
          <WaitingChecks isRunning={isRunning} />
        )}
      </Panel>
      <BundlePanel />
      <ResetPanel />
    </main>
  );
}

/** The checks are run again when a person refreshes the view. */
function useRefresh(run: () => Promise<void>): void {
  const refreshed = useStores('refresh', (state) => state.count);
  const seen = useRef(refreshed);
  useEffect(() => {
    if (seen.current === refreshed) return;
    seen.current = refreshed;
    void run();
  }, [refreshed, run]);
}
