import { useState } from 'react';
import { Icon } from '../../components/icon';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import type { Filters } from './filters';

/** Moves the whole dashboard to an earlier version of the Silver table; live at its right end. */
export function TimeSlider({ filters, table }: { filters: Filters; table: string | null }) {
  const adjust = useStores('address', (state) => state.adjust);
  const newest = useStores(
    'overview',
    (state) => state.overview?.tables.find((one) => one.table === table)?.tableVersion,
  );
  const [dragged, setDragged] = useState<number | null>(null);
  if (newest === undefined || newest < 1) return null;
  const value = dragged ?? filters.version ?? newest;
  const settle = () => {
    if (dragged === null) return;
    adjust({ version: dragged >= newest ? null : String(dragged) });
    setDragged(null);
  };
  const text =
    filters.version === null && dragged === null
      ? t('dashboard.live')
      : t('dashboard.version', { version: formatInteger(value) });
  return (
    <label className="time-slider">
      <Icon name="clock" />
      <span className="time-slider-text">{text}</span>
      <input
        type="range"
        min={0}
        max={newest}
        value={value}
        aria-label={t('dashboard.slider')}
        aria-valuetext={text}
        onChange={(event) => setDragged(Number(event.target.value))}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
      />
    </label>
  );
}
