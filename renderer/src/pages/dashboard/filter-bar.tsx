import { Icon } from '../../components/icon';
import { formatCell } from '../../format/cells';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { isFiltered, ranges, setFilters } from './filters';
import type { Filters, Range, SetFilter } from './filters';

/** Time range and the sets of values, kept in the address; each set value is a chip. */
export function FilterBar({ filters, hasSets }: { filters: Filters; hasSets: boolean }) {
  const adjust = useStores('address', (state) => state.adjust);
  const choices = useRequest('query.run', hasSets ? { name: 'filter_values' } : null).value;
  const labelOf = (name: SetFilter, value: string) =>
    String(choices?.rows.find((row) => row[0] === name && row[1] === value)?.[2] ?? value);
  const change = (name: SetFilter, values: readonly string[]) =>
    adjust({ [name]: values.length === 0 ? null : values.join(',') });
  return (
    <div className="filter-bar" role="group" aria-label={t('dashboard.filters')}>
      <div className="segmented segmented-text" role="group" aria-label={t('dashboard.range')}>
        {(Object.keys(ranges) as Range[]).map((range) => (
          <button
            key={range}
            type="button"
            aria-pressed={filters.range === range}
            onClick={() => adjust({ range: range === 'all' ? null : range })}
          >
            {t(`dashboard.ranges.${range}`)}
          </button>
        ))}
      </div>
      {hasSets &&
        setFilters.map((name) => (
          <select
            key={name}
            className="select"
            aria-label={t(`dashboard.sets.${name}`)}
            value=""
            onChange={(event) => change(name, [...filters.sets[name], event.target.value])}
          >
            <option value="" disabled>
              {t(`dashboard.sets.${name}`)}
            </option>
            {(choices?.rows ?? [])
              .filter((row) => row[0] === name && !filters.sets[name].includes(String(row[1])))
              .map((row) => (
                <option key={String(row[1])} value={String(row[1])}>
                  {formatCell(row[2] ?? null, 'VARCHAR')}
                </option>
              ))}
          </select>
        ))}
      {setFilters.flatMap((name) =>
        filters.sets[name].map((value) => (
          <button
            key={`${name} ${value}`}
            type="button"
            className="chip"
            aria-label={t('dashboard.remove', { value: labelOf(name, value) })}
            onClick={() =>
              change(
                name,
                filters.sets[name].filter((one) => one !== value),
              )
            }
          >
            {formatCell(labelOf(name, value), 'VARCHAR')}
            <Icon name="cross" />
          </button>
        )),
      )}
      {isFiltered(filters) && (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => adjust({ range: null, country: null, segment: null, category: null })}
        >
          {t('panel.clearFilter')}
        </button>
      )}
    </div>
  );
}
