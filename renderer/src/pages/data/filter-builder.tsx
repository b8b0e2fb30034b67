import { useState } from 'react';
import type { RecordFilter } from '../../../../main/contract/records';
import { Icon } from '../../components/icon';
import { t } from '../../languages/language';
import { filterValues, operatorsOf, toFilter, valuesOf } from './filter-form';
import type { Operator } from './filter-form';

/** Conditions on columns: those that hold as chips, and a form for one more. */
export function FilterBuilder(props: {
  columns: readonly { readonly name: string; readonly type: string }[];
  filters: readonly RecordFilter[];
  onChange: (filters: readonly RecordFilter[]) => void;
}) {
  const { columns, filters, onChange } = props;
  const [column, setColumn] = useState('');
  const [chosen, setOperator] = useState<Operator | null>(null);
  const [values, setValues] = useState<readonly [string, string]>(['', '']);
  const type = columns.find(({ name }) => name === column)?.type ?? '';
  const operators = operatorsOf(type);
  const operator = chosen !== null && operators.includes(chosen) ? chosen : operators[0]!;
  const filter = column === '' ? null : toFilter(column, operator, ...values);
  const count = valuesOf(operator);
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
        value={column}
        onChange={(event) => setColumn(event.target.value)}
      >
        <option value="">{t('data.filter')}</option>
        {columns.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      {column !== '' && (
        <>
          <select
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
          {[0, 1].slice(0, count).map((place) => (
            <input
              key={place}
              className="text-field"
              aria-label={t(
                count === 2 ? (place === 0 ? 'data.from' : 'data.until') : 'data.value',
              )}
              placeholder={t(
                count === 2 ? (place === 0 ? 'data.from' : 'data.until') : 'data.value',
              )}
              value={values[place]}
              onChange={({ target }) =>
                setValues(place === 0 ? [target.value, values[1]] : [values[0], target.value])
              }
            />
          ))}
          <button type="submit" className="button" disabled={filter === null}>
            {t('data.addFilter')}
          </button>
        </>
      )}
      {filters.map((one, index) => (
        <button
          key={JSON.stringify(one)}
          type="button"
          className="chip"
          aria-label={t('dashboard.remove', { value: `${one.column} ${filterValues(one)}` })}
          onClick={() => onChange(filters.filter((_, at) => at !== index))}
        >
          {`${one.column} ${t(`data.operators.${one.operator}`)} ${filterValues(one)}`.trim()}
          <Icon name="cross" />
        </button>
      ))}
    </form>
  );
}
