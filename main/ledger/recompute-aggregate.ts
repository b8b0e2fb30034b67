import type { AggregateDefinition } from '../contract/stream-pack';
import { toDuckDbType } from '../analytics/duckdb-type';
import { toSnapshotSelect } from '../analytics/snapshot-select';
import { quoteName, quoteText } from '../analytics/sql-quoting';
import type { TableSnapshot } from '../delta/snapshot';
import { toDuckDbExpression } from './duckdb-expression';

type Measure = AggregateDefinition['measures'][number];

/** The columns that tell the rows of an aggregate apart. */
export function keysOf({ window, keys }: AggregateDefinition): string[] {
  return window ? [window.startColumn, ...keys] : [...keys];
}

/**
 * SELECT of an aggregate's keys, window end and measures, computed from a Silver snapshot in
 * DuckDB's own terms: another engine than the one that folded them. Rows that carry the aggregate's
 * late mark are left out. `types` are the DuckDB types of the published columns.
 */
export function toRecompute(
  aggregate: AggregateDefinition,
  silver: TableSnapshot,
  types: ReadonlyMap<string, string>,
): string {
  const { window, keys, measures, filter } = aggregate;
  const grouped = keys.map((key) => `${quoteName(key)}`);
  const conditions = filter === undefined ? [] : [`(${toDuckDbExpression(filter)})`];
  const ends: string[] = [];
  if (window) {
    const time = quoteName(window.column);
    const size = window.sizeMs * 1000;
    const start = `${time} - to_microseconds(((epoch_us(${time}) % ${size}) + ${size}) % ${size})`;
    grouped.unshift(`${start} AS ${quoteName(window.startColumn)}`);
    if (window.endColumn !== undefined) {
      ends.push(
        `${quoteName(window.startColumn)} + to_microseconds(${size}) AS ${quoteName(window.endColumn)}`,
      );
    }
    conditions.push(`${time} IS NOT NULL`);
    if (window.watermarkDelayMs !== undefined) {
      const mark = quoteText(`late:${aggregate.layer}.${aggregate.table}`);
      conditions.push(`NOT list_contains(string_split(coalesce(dq_warnings, ''), ';'), ${mark})`);
    }
  }
  const values = measures.map((measure) => {
    const type = types.get(measure.name)!;
    return `CAST(${toMeasure(measure, silver, type)} AS ${type}) AS ${quoteName(measure.name)}`;
  });
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return `SELECT ${['*', ...ends].join(', ')} FROM (
    SELECT ${[...grouped, ...values].join(', ')} FROM (${toSnapshotSelect(silver)}) ${where}
    GROUP BY ${grouped.map((_, index) => index + 1).join(', ')})`;
}

function toMeasure(
  { function: fold, column }: Measure,
  silver: TableSnapshot,
  type: string,
): string {
  if (column === undefined) return 'count(*)';
  const value = quoteName(column);
  if (fold === 'distinct') return `count(DISTINCT ${value})`;
  if (fold !== 'avg') return `${fold}(${value})`;
  const from = silver.columns.find((one) => one.name === column)?.type;
  return toMean(value, scaleOf(toDuckDbType(from ?? 'long') ?? ''), scaleOf(type));
}

/**
 * The mean rounded half up, in whole numbers, as text: DuckDB's own division of decimals goes
 * through a double. Values have `scale` digits after the point, the mean `shown`.
 */
function toMean(value: string, scale: number, shown: number): string {
  const power = (exponent: number) => `1${'0'.repeat(Math.max(0, exponent))}::HUGEINT`;
  const sum = `CAST(replace(CAST(sum(${value}) AS VARCHAR), '.', '') AS HUGEINT)`;
  const parts = `(count(${value}) * ${power(scale - shown)})`;
  const rounded = `((2 * abs(${sum}) * ${power(shown - scale)} + ${parts}) // (2 * ${parts}))`;
  return `CASE WHEN count(${value}) > 0 THEN concat(sign(${sum}) * ${rounded}, 'e-${shown}') END`;
}

function scaleOf(duckDbType: string): number {
  return Number(/^DECIMAL\(\d+,\s*(\d+)\)$/.exec(duckDbType)?.[1] ?? 0);
}
