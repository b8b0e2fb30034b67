import { formatClockSeconds } from '../../format/time';
import { t } from '../../languages/language';
import { refreshChoices } from './use-refresh';
import type { RefreshChoice } from './use-refresh';

/** How often the panels follow the tables, and when they last did. */
export function RefreshControl(props: {
  everyMs: RefreshChoice;
  onChange: (everyMs: RefreshChoice) => void;
  atMs: number;
  onNow: () => void;
}) {
  const { everyMs, onChange, atMs, onNow } = props;
  return (
    <div className="refresh-control">
      <span className="refresh-at">
        {t('dashboard.updated', { time: formatClockSeconds(atMs) })}
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
