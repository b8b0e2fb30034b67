import { t } from '../../languages/language';
import type { Operator, ValueKind } from './filter-form';

const fieldTypes = { text: 'text', number: 'text', date: 'date', time: 'datetime-local' } as const;

/** The field of one value of a condition, by the column's type; of a range the first or the second. */
export function FilterValue(props: {
  kind: ValueKind;
  operator: Operator;
  /** 0, and of a range 0 and 1. */
  place: number;
  value: string;
  onChange: (value: string) => void;
}) {
  const { kind, operator, place, value, onChange } = props;
  const label = t(operator !== 'between' ? 'data.value' : place === 0 ? 'data.from' : 'data.until');
  if (kind === 'boolean')
    return (
      <select
        className="select"
        aria-label={label}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">—</option>
        <option value="true">{t('cell.yes')}</option>
        <option value="false">{t('cell.no')}</option>
      </select>
    );
  // Several values are typed one after the other.
  const type = operator === 'in' ? 'text' : fieldTypes[kind];
  return (
    <input
      type={type}
      className={type === 'text' ? 'text-field' : 'text-field time-field'}
      aria-label={label}
      placeholder={operator === 'in' ? t('data.valuesHint') : label}
      {...(kind === 'number' ? { inputMode: 'decimal' as const } : {})}
      {...(kind === 'time' ? { step: 1 } : {})}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
