import { formatInteger } from '../../format/numbers';
import { formatDuration } from '../../format/time';
import { t } from '../../languages/language';
import type { RecordsView } from './use-records';

const recordsOf = (count: number) =>
  t('kafka.recordsCount', { count, figure: formatInteger(count) });

/** How many records were found and why no more, and the way on. */
export function ReadState({
  records: { answer, records, goOn, isReading },
}: {
  records: RecordsView;
}) {
  if (!answer) return null;
  const { scanned, elapsedMs, stoppedBy, next } = answer;
  return (
    <>
      <span
        className="panel-note"
        role="status"
        title={t('kafka.scanned', {
          count: scanned,
          figure: formatInteger(scanned),
          duration: formatDuration(elapsedMs),
        })}
      >
        {t(`kafka.stopped.${stoppedBy}`, { records: recordsOf(records.length) })}
      </span>
      {next && (
        <button type="button" className="button" disabled={isReading} onClick={goOn}>
          {t('kafka.goOn')}
        </button>
      )}
    </>
  );
}
