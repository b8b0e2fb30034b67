import { useEffect, useState } from 'react';
import { useStores } from '../../state/stores';
import type { FilterName } from './record-filter';

/** The address is changed when the typing rests this long. */
const restMs = 300;

/** A text that filters, kept in the address under its name; Escape clears it. */
export function FilterField(props: {
  name: FilterName;
  value: string;
  label: string;
  hint?: string;
  isWrong?: boolean;
  className?: string;
}) {
  const { name, value, label, hint = label, isWrong = false } = props;
  const adjust = useStores('address', (state) => state.adjust);
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => adjust({ [name]: text === '' ? null : text }), restMs);
    return () => clearTimeout(timer);
  }, [text, value, name, adjust]);
  return (
    <input
      type="search"
      className={props.className ?? 'text-field kafka-filter-field'}
      aria-label={label}
      aria-invalid={isWrong}
      title={hint}
      placeholder={hint}
      value={text}
      maxLength={1000}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => event.key === 'Escape' && setText('')}
    />
  );
}
