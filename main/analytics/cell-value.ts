import {
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampNanosecondsValue,
  DuckDBTimestampSecondsValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  JsonDuckDBValueConverter,
  type DuckDBValueConverter,
  type Json,
} from '@duckdb/node-api';
import type { Cell } from '../contract/query';

/** One row of DuckDB values as cells; a list, struct or map becomes its JSON text. */
export function toCells(row: readonly (Json | null)[]): Cell[] {
  return row.map((value) =>
    typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
  );
}

/**
 * A value as JSON without loss: 64-bit and larger numbers and decimals as text, timestamps as ISO
 * text in UTC with milliseconds, or microseconds where there are some.
 */
export const jsonWithoutLoss: DuckDBValueConverter<Json> = (value, type, converter) => {
  if (value instanceof DuckDBTimestampTZValue || value instanceof DuckDBTimestampValue) {
    return toIsoText(value.micros, String(value));
  }
  if (value instanceof DuckDBTimestampMillisecondsValue) {
    return toIsoText(value.millis * 1_000n, String(value));
  }
  if (value instanceof DuckDBTimestampSecondsValue) {
    return toIsoText(value.seconds * 1_000_000n, String(value));
  }
  if (value instanceof DuckDBTimestampNanosecondsValue) {
    return toIsoText(value.nanos / 1_000n, String(value));
  }
  return JsonDuckDBValueConverter(value, type, converter);
};

/** Infinite timestamps, and those beyond what ISO text can say here, keep DuckDB's own text. */
function toIsoText(micros: bigint, otherwise: string): string {
  const belowMillisecond = ((micros % 1_000n) + 1_000n) % 1_000n;
  const time = new Date(Number((micros - belowMillisecond) / 1_000n));
  if (Number.isNaN(time.getTime())) return otherwise;
  const text = time.toISOString();
  if (belowMillisecond === 0n) return text;
  return text.replace('Z', `${String(belowMillisecond).padStart(3, '0')}Z`);
}
