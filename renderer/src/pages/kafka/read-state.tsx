import { Announced } from '../../components/state-announcer';
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
  const found = t(`kafka.stopped.${stoppedBy}`, { records: recordsOf(records.length) });
  return (
    <>
      <span
        className="panel-note"
        title={t('kafka.scanned', {
          count: scanned,
          figure: formatInteger(scanned),
          duration: formatDuration(elapsedMs),
        })}
      >
        <Announced text={found} />
        {found}
      </span>
      {next && (
        <button type="button" className="button" disabled={isReading} onClick={goOn}>
          {t('kafka.goOn')}
        </button>
      )}
    </>
  );
}
