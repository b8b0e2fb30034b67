import { Icon } from '../../components/icon';
import { t, tOr } from '../../languages/language';
import { useStores } from '../../state/stores';
import { isFiltered, withoutFilters, writeValues } from './filters';
import type { Filters } from './filters';
import { RangePicker } from './range-picker';
import type { FilterChoices } from './use-filter-choices';

/** What is filtered by before it is known which sets a pack has: the bar keeps its room. */
const usualSets = ['country', 'segment', 'category'].map((name): [string, string[]] => [name, []]);

/** Time range and the sets of values, kept in the address; each set value is a chip. */
export function FilterBar(props: {
  filters: Filters;
  hasValues: boolean;
  /** The sets of the pack are not here yet. */
  isWaiting: boolean;
  choices: FilterChoices;
}) {
  const { filters, hasValues, isWaiting, choices } = props;
  const adjust = useStores('address', (state) => state.adjust);
  const change = (name: string, values: readonly string[]) =>
    adjust({ [name]: values.length === 0 ? null : writeValues(values) });
  const sets = isWaiting ? usualSets : Object.entries(filters.sets);
  return (
    <div className="filter-bar" role="group" aria-label={t('dashboard.filters')} data-filter>
      <RangePicker range={filters.range} />
      {(hasValues || isWaiting) &&
        sets.map(([name, values]) => (
          <select
            key={name}
            className="select"
            disabled={isWaiting}
            aria-label={tOr(`dashboard.sets.${name}`, name)}
            value=""
            onChange={(event) => change(name, [...values, event.target.value])}
          >
            <option value="" disabled>
              {tOr(`dashboard.sets.${name}`, name)}
            </option>
            {choices
              .of(name)
              .filter(({ value }) => !values.includes(value))
              .map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
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
            aria-label={t('dashboard.remove', { value: choices.labelOf(name, value) })}
            onClick={() =>
              change(
                name,
                values.filter((one) => one !== value),
              )
            }
          >
            {choices.labelOf(name, value)}
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
