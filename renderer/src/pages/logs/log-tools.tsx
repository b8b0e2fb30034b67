import { logLevels, logSource } from '../../../../main/contract/logs';
import { formatClock } from '../../format/time';
import { Icon } from '../../components/icon';
import { t } from '../../languages/language';
import { useNowMs, useStores } from '../../state/stores';
import { toggledSources } from './log-filter';
import type { LogFilter } from './log-filter';
import { RangeSelect } from './range-select';
import { SearchField } from './search-field';

/** What is shown: sources, level, time range and search, all kept in the address. */
export function LogTools({ filter }: { filter: LogFilter }) {
  const adjust = useStores('address', (state) => state.adjust);
  const nowMs = useNowMs();
  const hasAll = filter.sources.length === logSource.options.length;
  const { fromMs, untilMs } = filter;
  return (
    <div className="log-tools">
      <div className="toggles" role="group" aria-label={t('logs.sources')}>
        {logSource.options.map((source) => (
          <button
            key={source}
            type="button"
            className="toggle"
            aria-pressed={!hasAll && filter.sources.includes(source)}
            onClick={() => adjust({ source: toggledSources(filter, source) })}
          >
            {t(`logs.source.${source}`)}
          </button>
        ))}
      </div>
      <select
        className="log-select"
        aria-label={t('logs.leastLevel')}
        value={filter.leastLevel}
        onChange={({ target }) => adjust({ level: target.value === 'info' ? null : target.value })}
      >
        {logLevels.map((level) => (
          <option key={level} value={level}>
            {t(`logs.atLeast.${level}`)}
          </option>
        ))}
      </select>
      {fromMs === null && untilMs === null ? (
        <RangeSelect range={filter.range} onChange={(range) => adjust({ range })} />
      ) : (
        <button
          type="button"
          className="button log-between"
          onClick={() => adjust({ from: null, until: null })}
        >
          {t('logs.between', {
            from: fromMs === null ? '…' : formatClock(fromMs, nowMs),
            until: untilMs === null ? '…' : formatClock(untilMs, nowMs),
          })}
          <Icon name="cross" />
        </button>
      )}
      <SearchField filter={filter} />
    </div>
  );
}
