import { Announced } from '../../components/state-announcer';
import { formatBytes, formatInteger, formatTenths } from '../../format/numbers';
import { t } from '../../languages/language';
import { useNowMs } from '../../state/stores';
import type { ExportState } from '../../state/export-store';

/** The export that runs: how much of it, its rows, bytes and rate, and its cancel. */
export function ExportProgress(props: {
  state: ExportState & { kind: 'running' };
  onCancel: () => void;
}) {
  const { what, percent, written, startedAtMs } = props.state;
  const nowMs = useNowMs();
  const seconds = Math.max(1, (nowMs - startedAtMs) / 1000);
  return (
    <div className="export-running">
      <Announced text={`${t('export.running', { what })} ${formatTenths(percent)}`} />
      <span>{t('export.running', { what })}</span>
      <progress
        max={100}
        aria-label={t('export.running', { what })}
        {...(percent === null ? {} : { value: percent })}
      />
      <span className="export-written">
        {written &&
          t('export.written', {
            rows: formatInteger(written.rows),
            bytes: formatBytes(written.bytes),
            rate: formatInteger(Math.round(written.rows / seconds)),
          })}
      </span>
      <button type="button" className="button" onClick={props.onCancel}>
        {t('export.cancel')}
      </button>
    </div>
  );
}
