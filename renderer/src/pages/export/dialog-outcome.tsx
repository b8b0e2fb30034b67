import { Badge } from '../../components/badge';
import { FailureCard } from '../../components/failure-card';
import { Announced } from '../../components/state-announcer';
import { formatBytes, formatInteger } from '../../format/numbers';
import { formatDuration } from '../../format/time';
import { exportNoticeText } from '../../languages/event-text';
import { t } from '../../languages/language';
import { ExportPlaceLine } from './export-place-line';
import { ExportProgress } from './export-progress';
import type { ExportRun } from '../../state/export-store';

/** What came of an export of one file, in the dialog that began it. */
export function DialogOutcome({ run }: { run: ExportRun }) {
  const { state, cancel, dismiss } = run;
  if (state.kind === 'none') return null;
  if (state.kind === 'failed') return <FailureCard failure={state.failure} onDismiss={dismiss} />;
  if (state.kind === 'running') return <ExportProgress state={state} onCancel={cancel} />;
  const { done, download } = state;
  const [file] = done.files;
  if (!file) return null;
  const written = t('export.oneFile', {
    rows: formatInteger(file.rows),
    size: formatBytes(file.bytes),
    time: formatDuration(done.elapsedMs),
  });
  return (
    <div className="dialog-outcome">
      <Announced text={`${t('export.done', { what: state.what })} ${written}`} />
      <p>
        <Badge tone="green" icon="check" word={t('export.selfCheckPassed')} />
        {written}
      </p>
      {download === null ? (
        <ExportPlaceLine path={`${done.folder}/${file.path}`} />
      ) : (
        <p className="panel-note">{t('export.downloaded', { name: download.fileName })}</p>
      )}
      {done.notices.map((notice) => (
        <p key={notice.message} className="panel-note export-notice">
          {exportNoticeText(notice)}
        </p>
      ))}
    </div>
  );
}
