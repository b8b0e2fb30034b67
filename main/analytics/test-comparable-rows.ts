import {
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { TableSnapshot } from '../delta/snapshot';
import type { DuckDbSession } from './duckdb-session';
import { toSnapshotSelect } from './snapshot-select';

/** For tests: a cell as every reader gives it that is compared with ours. */
export type ComparableCell = string | boolean | null | readonly ComparableCell[];

/**
 * A value of DuckDB in the form that the foreign writers give: whole numbers, decimals, days since
 * 1970 and times in microseconds as text, fractions as `toNumberText`, bytes as hexadecimal, structs
 * as lists, maps as pairs.
 */
function toComparableCell(value: DuckDBValue): ComparableCell {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return toNumberText(value);
  if (value instanceof DuckDBDecimalValue) return value.toString();
  if (value instanceof DuckDBDateValue) return String(value.days);
  if (value instanceof DuckDBTimestampTZValue) return String(value.micros);
  if (value instanceof DuckDBTimestampValue) return String(value.micros);
  if (value instanceof DuckDBBlobValue) return Buffer.from(value.bytes).toString('hex');
  if (value instanceof DuckDBListValue) return value.items.map(toComparableCell);
  if (value instanceof DuckDBStructValue) return Object.values(value.entries).map(toComparableCell);
  if (value instanceof DuckDBMapValue) {
    return value.entries.map(({ key, value: one }) => [key, one].map(toComparableCell));
  }
  throw new Error(`No reader of these tests gives a ${value.constructor.name}.`);
}

/** As JavaScript writes a number, but with the sign of zero. */
export function toNumberText(number: number): string {
  return Object.is(number, -0) ? '-0' : String(number);
}

/** Every value of a snapshot, nothing rounded or cut; rows in the order of their text. */
export function readComparableRows(
  session: DuckDbSession,
  snapshot: TableSnapshot,
): Promise<ComparableCell[][]> {
  return session.use(async (connection) => {
    const reader = await connection.runAndReadAll(toSnapshotSelect(snapshot));
    const rows = reader.getRows() as DuckDBValue[][];
    return inOrder(rows.map((row) => row.map(toComparableCell)));
  });
}

/** Rows in the order of their text: no reader promises one. */
export function inOrder(rows: readonly ComparableCell[][]): ComparableCell[][] {
  const keyed = rows.map((row) => [JSON.stringify(row), row] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
