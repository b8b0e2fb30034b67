import { Badge } from '../../components/badge';
import { Icon } from '../../components/icon';
import { StateAnnouncer } from '../../components/state-announcer';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import type { Tail } from './use-tail';

/** Whether the tail goes on, what it keeps and dropped, and what came since it was paused. */
export function TailState(props: {
  tail: Tail;
  isPaused: boolean;
  capacity: number;
  /** Records that came while it was paused; null while that is not known. */
  waiting: number | null;
  onPause(isPaused: boolean): void;
}) {
  const { tail, isPaused, capacity, waiting, onPause } = props;
  const { records, dropped, behind } = tail;
  return (
    <>
      <span className="panel-note">
        {/* Each record is not told; that the tail stands still, or loses records, is. */}
        <StateAnnouncer
          text={[
            t(isPaused ? 'kafka.tailPaused' : 'kafka.tailLive'),
            ...(dropped > 0 ? [t('kafka.tailFull', { most: formatInteger(capacity) })] : []),
          ].join(', ')}
          isUrgent={false}
        />
        {t('kafka.tailKept', {
          count: records.length,
          figure: formatInteger(records.length),
          most: formatInteger(capacity),
        })}
        {dropped > 0 && (
          <> · {t('kafka.tailDropped', { count: dropped, figure: formatInteger(dropped) })}</>
        )}
        {behind > 0 && <> · {t('kafka.tailBehind', { figure: formatInteger(behind) })}</>}
      </span>
      <Badge
        tone={isPaused ? 'amber' : 'green'}
        icon={isPaused ? 'clock' : 'play'}
        word={t(isPaused ? 'kafka.tailPaused' : 'kafka.tailLive')}
      />
      <button type="button" className="button" onClick={() => onPause(!isPaused)}>
        <Icon name={isPaused ? 'play' : 'square'} />
        {!isPaused
          ? t('kafka.tailPause')
          : waiting
            ? t('kafka.tailResumeWaiting', { figure: formatInteger(waiting) })
            : t('kafka.tailResume')}
      </button>
    </>
  );
}
