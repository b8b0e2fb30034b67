import { Icon } from '../../components/icon';
import { formatCell } from '../../format/cells';
import { t, tOr } from '../../languages/language';
import { useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { isFiltered, withoutFilters } from './filters';
import type { Filters } from './filters';
import { RangePicker } from './range-picker';

/** Time range and the sets of values, kept in the address; each set value is a chip. */
export function FilterBar({ filters, hasValues }: { filters: Filters; hasValues: boolean }) {
  const adjust = useStores('address', (state) => state.adjust);
  const choices = useRequest('query.run', hasValues ? { name: 'filter_values' } : null).value;
  const labelOf = (name: string, value: string) =>
    String(choices?.rows.find((row) => row[0] === name && row[1] === value)?.[2] ?? value);
  const change = (name: string, values: readonly string[]) =>
    adjust({ [name]: values.length === 0 ? null : values.join(',') });
  const sets = Object.entries(filters.sets);
  return (
    <div className="filter-bar" role="group" aria-label={t('dashboard.filters')} data-filter>
      <RangePicker range={filters.range} />
      {hasValues &&
        sets.map(([name, values]) => (
          <select
            key={name}
            className="select"
            aria-label={tOr(`dashboard.sets.${name}`, name)}
            value=""
            onChange={(event) => change(name, [...values, event.target.value])}
          >
            <option value="" disabled>
              {tOr(`dashboard.sets.${name}`, name)}
            </option>
            {(choices?.rows ?? [])
              .filter((row) => row[0] === name && !values.includes(String(row[1])))
              .map((row) => (
                <option key={String(row[1])} value={String(row[1])}>
                  {formatCell(row[2] ?? null, 'VARCHAR')}
                </option>
              ))}
          </select>
        ))}
      {sets.flatMap(([name, values]) =>
        values.map((value) => (
          <button
            key={`${name} ${value}`}
            type="button"
            className="chip"
            aria-label={t('dashboard.remove', { value: labelOf(name, value) })}
            onClick={() =>
              change(
                name,
                values.filter((one) => one !== value),
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
          onClick={() => adjust(withoutFilters(sets.map(([name]) => name)))}
        >
          {t('panel.clearFilter')}
        </button>
      )}
    </div>
  );
}
