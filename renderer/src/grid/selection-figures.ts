import type { Cell } from '../../../main/contract/query';
import { isNumeric } from '../format/cells';

/** Count of the values that are not null; sum and average of those in numeric columns as text. */
export interface SelectionFigures {
  readonly values: number;
  readonly numbers: number;
  readonly sum: string | null;
  readonly average: string | null;
}

/** Digits of an average of whole numbers. */
const leastDigits = 2;

/** `types` are those of the columns of `rows`. Exact unless a column holds doubles. */
export function figuresOf(
  rows: readonly (readonly Cell[])[],
  types: readonly string[],
): SelectionFigures {
  const places = types.flatMap((type, place) => (isNumeric(type) ? [place] : []));
  const isExact = places.every((place) => !/^(FLOAT|DOUBLE)/.test(types[place] ?? ''));
  const numbers = rows.flatMap((row) => places.flatMap((place) => row[place] ?? []));
  const values = rows.reduce((sum, row) => sum + row.filter((cell) => cell !== null).length, 0);
  const count = numbers.length;
  if (count === 0) return { values, numbers: 0, sum: null, average: null };
  if (isExact) return { values, numbers: count, ...exact(numbers.map(String)) };
  const sum = numbers.reduce<number>((total, value) => total + Number(value), 0);
  return { values, numbers: count, sum: plain(sum), average: plain(sum / count) };
}

/** Sum and average (half up, away from zero) of decimals, without any rounding on the way. */
function exact(numbers: readonly string[]): Pick<SelectionFigures, 'sum' | 'average'> {
  const scale = Math.max(...numbers.map((text) => text.split('.')[1]?.length ?? 0));
  const units = numbers.reduce((sum, text) => {
    const [whole = '0', fraction = ''] = text.split('.');
    return sum + BigInt(whole + fraction.padEnd(scale, '0'));
  }, 0n);
  const digits = Math.max(scale, leastDigits);
  const scaled = units * 10n ** BigInt(digits - scale);
  const size = scaled < 0n ? -scaled : scaled;
  const parts = BigInt(numbers.length);
  const average = (2n * size + parts) / (2n * parts);
  return {
    sum: toText(units, scale),
    average: toText(scaled < 0n ? -average : average, digits),
  };
}

function toText(units: bigint, scale: number): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const sign = units < 0n ? '-' : '';
  const whole = digits.slice(0, digits.length - scale);
  return scale === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-scale)}`;
}

/** A double without an exponent, with at most six digits after the point. */
const plain = (value: number) => String(Number(value.toFixed(6)));
