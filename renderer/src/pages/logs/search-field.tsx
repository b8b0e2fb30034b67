import { useEffect, useState } from 'react';
import { Icon } from '../../components/icon';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import type { LogFilter } from './log-filter';

/** The address is changed when the typing rests this long. */
const restMs = 150;

/** Search in the lines, as text or as a pattern; the window's own shortcuts find it, Escape clears it. */
export function SearchField({ filter }: { filter: LogFilter }) {
  const adjust = useStores('address', (state) => state.adjust);
  const [draft, setDraft] = useState(filter.text);
  useEffect(() => setDraft(filter.text), [filter.text]);
  useEffect(() => {
    if (draft === filter.text) return;
    const timer = setTimeout(() => adjust({ text: draft === '' ? null : draft }), restMs);
    return () => clearTimeout(timer);
  }, [draft, filter.text, adjust]);
  return (
    <div className="log-search" role="search">
      <Icon name="magnifier" />
      <input
        type="search"
        aria-label={t('logs.search')}
        placeholder={t('logs.searchText')}
        value={draft}
        maxLength={1000}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setDraft('')}
      />
      <button
        type="button"
        className="toggle"
        aria-pressed={filter.isPattern}
        title={t('logs.patternHelp')}
        onClick={() => adjust({ pattern: filter.isPattern ? null : '1' })}
      >
        {t('logs.pattern')}
      </button>
    </div>
  );
}
