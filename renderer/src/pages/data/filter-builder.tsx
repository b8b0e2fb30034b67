import { useEffect, useRef, useState } from 'react';
import type { RecordFilter } from '../../../../main/contract/records';
import { Icon } from '../../components/icon';
import { t } from '../../languages/language';
import { filterText } from './filter-text';
import { operatorsOf, toFilter, valueKindOf, valuesOf } from './filter-form';
import type { Operator } from './filter-form';
import { FilterValue } from './filter-value';
import { listedIn, withList, withoutList } from './listed-values';
import { ValuePicker } from './value-picker';

interface Column {
  readonly name: string;
  readonly type: string;
}

/** Conditions on columns: those that hold as chips, and a form for one more. */
export function FilterBuilder(props: {
  table: string;
  /** Null: the newest. */
  version: number | null;
  columns: readonly Column[];
  filters: readonly RecordFilter[];
  /** The column whose header asked for a condition, and how often one did; null before the first. */
  asked: { readonly column: string; readonly count: number } | null;
  onChange: (filters: readonly RecordFilter[]) => void;
}) {
  const { table, version, columns, filters, asked, onChange } = props;
  const [name, setName] = useState('');
  const [chosen, setOperator] = useState<Operator | null>(null);
  const [values, setValues] = useState<readonly [string, string]>(['', '']);
  const conditions = useRef<HTMLSelectElement>(null);
  const choose = (column: string) => {
    setName(column);
    setValues(['', '']);
  };
  useEffect(() => {
    if (asked !== null) choose(asked.column);
  }, [asked]);
  const answered = useRef<typeof asked>(null);
  useEffect(() => {
    // Once for each wish: the column may come by again while a person walks through the list.
    if (asked === null || asked === answered.current || asked.column !== name) return;
    answered.current = asked;
    conditions.current?.focus();
  }, [asked, name]);
  const column = columns.find((one) => one.name === name) ?? null;
  const operators = operatorsOf(column?.type ?? '');
  const operator = chosen !== null && operators.includes(chosen) ? chosen : operators[0]!;
  const filter = column === null ? null : toFilter(column, operator, ...values);
  return (
    <form
      className="filter-builder"
      data-filter
      aria-label={t('data.filters')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!filter) return;
        onChange([...filters, filter]);
        setValues(['', '']);
      }}
    >
      <select
        className="select"
        aria-label={t('data.column')}
        value={name}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{t('data.filter')}</option>
        {columns.map((one) => (
          <option key={one.name}>{one.name}</option>
        ))}
      </select>
      {column !== null && (
        <>
          <select
            ref={conditions}
            className="select"
            aria-label={t('data.condition')}
            value={operator}
            onChange={(event) => setOperator(event.target.value as Operator)}
          >
            {operators.map((one) => (
              <option key={one} value={one}>
                {t(`data.operators.${one}`)}
              </option>
            ))}
          </select>
          {([0, 1] as const).slice(0, valuesOf(operator)).map((place) => (
            <FilterValue
              key={place}
              kind={valueKindOf(column.type)}
              operator={operator}
              place={place}
              value={values[place]}
              onChange={(value) => setValues(place === 0 ? [value, values[1]] : [values[0], value])}
            />
          ))}
          <button type="submit" className="button" disabled={filter === null}>
            {t('data.addFilter')}
          </button>
          {valueKindOf(column.type) === 'text' && (
            <ValuePicker
              key={column.name}
              {...{ table, version, column: column.name }}
              filters={withoutList(filters, column.name)}
              chosen={listedIn(filters, column.name)}
              onChoose={(listed) => onChange(withList(filters, column.name, listed))}
            />
          )}
        </>
      )}
      {filters.map((one, index) => (
        <button
          key={JSON.stringify(one)}
          type="button"
          className="chip"
          aria-label={t('dashboard.remove', { value: filterText(one, columns) })}
          onClick={() => onChange(filters.filter((_, at) => at !== index))}
        >
          <span className="chip-text" title={filterText(one, columns)}>
            {filterText(one, columns)}
          </span>
          <Icon name="cross" />
        </button>
      ))}
    </form>
  );
}
