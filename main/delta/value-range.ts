import type { DeltaType } from './delta-actions';

/**
 * All that is known of a value: it is not below `low` and not above `high`. Numbers stand for
 * numbers, for truth (0, 1) and for times (epoch milliseconds); bytes for text, in the order of its
 * UTF-8, which is that of every engine. `isPrefix`: `high` may only be the beginning of the value.
 */
export type ValueRange =
  | { readonly kind: 'number'; readonly low: number; readonly high: number }
  | {
      readonly kind: 'text';
      readonly low: Buffer;
      readonly high: Buffer;
      readonly isPrefix: boolean;
    };

/** How exactly the text or number to be read tells its value. */
export type Exactness = 'exact' | 'statistics';

const whole = new Set(['byte', 'short', 'integer', 'long']);
const fractions: Readonly<Record<string, number>> = { float: 2 ** -20, double: 2 ** -50 };
const day = /^\d{4}-\d\d-\d\d$/;
const time = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(:\d\d(\.\d{1,9})?)?) ?(Z|[+-]\d\d:\d\d)?$/i;

/**
 * The range of a value of a column's type, given as the log or a person writes it; null when nothing
 * can be said. Statistics cut text short and times to milliseconds, and no double holds every long
 * or decimal: the range is wider by as much.
 */
export function toValueRange(
  type: DeltaType,
  value: unknown,
  exactness: Exactness,
): ValueRange | null {
  if (typeof type !== 'string' || value === null || value === undefined) return null;
  if (type === 'string') return toTextRange(value, exactness);
  if (type === 'boolean') return toTruthRange(String(value));
  if (type === 'date') return day.test(String(value)) ? toTimeRange(`${value}T00:00:00`, 0) : null;
  if (type === 'timestamp' || type === 'timestamp_ntz') {
    return toTimeRange(day.test(String(value)) ? `${value}T00:00:00` : String(value), 1);
  }
  return toNumberRange(type, value);
}

function toTextRange(value: unknown, exactness: Exactness): ValueRange | null {
  if (typeof value !== 'string') return null;
  const bytes = Buffer.from(value);
  return { kind: 'text', low: bytes, high: bytes, isPrefix: exactness === 'statistics' };
}

function toTruthRange(value: string): ValueRange | null {
  if (value !== 'true' && value !== 'false') return null;
  const truth = value === 'true' ? 1 : 0;
  return { kind: 'number', low: truth, high: truth };
}

/** Text without a zone is UTC, as in every session here. */
function toTimeRange(text: string, marginMs: number): ValueRange | null {
  const [, date, clock, , , zone = 'Z'] = time.exec(text) ?? [];
  if (date === undefined || clock === undefined) return null;
  const ms = Date.parse(`${date}T${clock}${zone}`);
  if (Number.isNaN(ms)) return null;
  return { kind: 'number', low: ms - marginMs, high: ms + marginMs };
}

function toNumberRange(type: string, value: unknown): ValueRange | null {
  const text = typeof value === 'string' ? value.trim() : String(value);
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return null;
  const number = Number(text);
  if (!Number.isFinite(number)) return null;
  const scale = /^decimal\(\s*\d+\s*,\s*(\d+)\s*\)$/.exec(type)?.[1];
  let margin: number;
  if (whole.has(type)) {
    // What an engine makes of a fraction here is its own affair.
    if (!Number.isInteger(number)) return null;
    margin = Number.isSafeInteger(number) ? 0 : Math.abs(number) * 2 ** -50;
  } else if (scale !== undefined) {
    margin = 10 ** -Number(scale) + Math.abs(number) * 2 ** -50;
  } else {
    const relative = fractions[type];
    if (relative === undefined) return null;
    margin = Math.abs(number) * relative;
  }
  return { kind: 'number', low: number - margin, high: number + margin };
}

/** True only when every value of `left` is below every value of `right`. */
export function isBelow(left: ValueRange, right: ValueRange): boolean {
  if (left.kind === 'text' && right.kind === 'text') {
    const beginning = left.isPrefix ? right.low.subarray(0, left.high.length) : right.low;
    return left.high.compare(beginning) < 0;
  }
  return left.kind === 'number' && right.kind === 'number' && left.high < right.low;
}
