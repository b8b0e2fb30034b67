import { t } from '../../languages/language';
import { ranges } from './log-filter';

const rangeNames = Object.keys(ranges) as (keyof typeof ranges)[];

/** How far back is looked; null is the whole time. */
export function RangeSelect(props: {
  range: keyof typeof ranges | null;
  onChange: (range: string | null) => void;
}) {
  return (
    <select
      className="log-select"
      aria-label={t('logs.range')}
      value={props.range ?? 'all'}
      onChange={({ target }) => props.onChange(target.value === 'all' ? null : target.value)}
    >
      {(['all', ...rangeNames] as const).map((range) => (
        <option key={range} value={range}>
          {t(`logs.ranges.${range}`)}
        </option>
      ))}
    </select>
  );
}
