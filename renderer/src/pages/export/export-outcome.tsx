import { FailureCard } from '../../components/failure-card';
import { Panel } from '../../components/panel';
import { Announced } from '../../components/state-announcer';
import { formatDuration } from '../../format/time';
import { t } from '../../languages/language';
import { ExportFiles } from './export-files';
import { ExportPlaceLine } from './export-place-line';
import { ExportProgress } from './export-progress';
import type { ExportRun } from '../../state/export-store';

/** The export that runs, with its cancel, or what came of the last one. */
export function ExportOutcome({ run }: { run: ExportRun }) {
  const { state, cancel, dismiss } = run;
  switch (state.kind) {
    case 'none':
      return null;
    case 'failed':
      return <FailureCard failure={state.failure} onDismiss={dismiss} />;
    case 'running':
      return <ExportProgress state={state} onCancel={cancel} />;
    case 'done':
      return (
        <Panel
          title={t('export.done', { what: state.what })}
          unit={formatDuration(state.done.elapsedMs)}
          className="export-done"
          aside={
            <>
              {state.download === null ? (
                <ExportPlaceLine path={state.done.folder} />
              ) : (
                <span className="panel-note">
                  {t('export.downloaded', { name: state.download.fileName })}
                </span>
              )}
              <button type="button" className="button" onClick={dismiss}>
                {t('failure.dismiss')}
              </button>
            </>
          }
        >
          <Announced text={t('export.done', { what: state.what })} />
          <ExportFiles done={state.done} label={t('export.done', { what: state.what })} />
        </Panel>
      );
  }
}
