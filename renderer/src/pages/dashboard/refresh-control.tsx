import { formatClockSeconds, formatElapsed } from '../../format/time';
import { t } from '../../languages/language';
import { useNowMs } from '../../state/stores';
import { refreshChoices } from './use-refresh';
import type { RefreshChoice } from './use-refresh';

/** How often the panels are read at least, when they last were, and when they are next. */
export function RefreshControl(props: {
  everyMs: RefreshChoice;
  onChange: (everyMs: RefreshChoice) => void;
  atMs: number;
  onNow: () => void;
}) {
  const { everyMs, onChange, atMs, onNow } = props;
  const nowMs = useNowMs();
  const updated = t('dashboard.updated', { time: formatClockSeconds(atMs) });
  const nextMs = everyMs === null ? null : everyMs - ((nowMs - atMs) % everyMs);
  return (
    <div className="refresh-control">
      <span className="refresh-at">
        {nextMs === null || nextMs > (everyMs ?? 0)
          ? updated
          : t('dashboard.updatedAndNext', { updated, span: formatElapsed(nextMs) })}
      </span>
      <select
        className="select"
        aria-label={t('dashboard.refresh')}
        value={String(everyMs)}
        onChange={(event) => {
          const { value } = event.target;
          onChange(refreshChoices.find((choice) => String(choice) === value) ?? null);
        }}
      >
        {refreshChoices.map((choice) => (
          <option key={String(choice)} value={String(choice)}>
            {choice === null
              ? t('dashboard.paused')
              : choice < 60_000
                ? t('dashboard.everySeconds', { seconds: choice / 1_000 })
                : t('dashboard.everyMinutes', { minutes: choice / 60_000 })}
          </option>
        ))}
      </select>
      <button type="button" className="button" onClick={onNow}>
        {t('dashboard.now')}
      </button>
    </div>
  );
}
