import { formatClockMilliseconds } from '../../format/log-time';
import { missing } from '../../format/missing';
import { t } from '../../languages/language';

/** Local time of a record, UTC on hover. */
export function RecordTime({ atMs, nowMs }: { atMs: number | null; nowMs: number }) {
  if (atMs === null) return <>{missing}</>;
  const utc = new Date(atMs).toISOString();
  return (
    <time dateTime={utc} title={t('kafka.utc', { time: utc.slice(0, -1).replace('T', ' ') })}>
      {formatClockMilliseconds(atMs, nowMs)}
    </time>
  );
}
