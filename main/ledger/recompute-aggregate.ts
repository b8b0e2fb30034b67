import type { AggregateDefinition } from '../contract/stream-pack';
import { toDuckDbType } from '../analytics/duckdb-type';
import { toSnapshotSelect } from '../analytics/snapshot-select';
import { quoteName, quoteText } from '../analytics/sql-quoting';
import type { TableSnapshot } from '../delta/snapshot';

type Measure = AggregateDefinition['measures'][number];

/** The columns that tell the rows of an aggregate apart. */
export function keysOf({ window, keys }: AggregateDefinition): string[] {
  return window ? [window.startColumn, ...keys] : [...keys];
}

/** All its other columns that follow from Silver: the time of a row and its hidden state do not. */
export function valuesOf({ window, measures, derived }: AggregateDefinition): string[] {
  const end = window?.endColumn === undefined ? [] : [window.endColumn];
  return [...end, ...measures.map(({ name }) => name), ...derived.map(({ name }) => name)];
}

/**
 * SELECT of an aggregate's rows computed from a Silver snapshot in DuckDB's own terms: another
 * engine than the one that folded them. Rows that carry the aggregate's late mark are left out.
 * `types` are the DuckDB types of the published columns.
 */
export function toRecompute(
  aggregate: AggregateDefinition,
  silver: TableSnapshot,
  types: ReadonlyMap<string, string>,
): string {
  const { window, keys, measures, derived } = aggregate;
  const grouped = keys.map(quoteName);
  const conditions = aggregate.filter === undefined ? [] : [`(${aggregate.filter})`];
  if (window) {
    const time = quoteName(window.column);
    const size = window.sizeMs * 1000;
    grouped.unshift(
      `${time} - to_microseconds(((epoch_us(${time}) % ${size}) + ${size}) % ${size})`,
    );
    conditions.push(`${time} IS NOT NULL`);
    if (window.watermarkDelayMs !== undefined) {
      const mark = quoteText(`late:${aggregate.layer}.${aggregate.table}`);
      conditions.push(`NOT list_contains(string_split(coalesce(dq_warnings, ''), ';'), ${mark})`);
    }
  }
  const names = keysOf(aggregate).map(quoteName);
  const typed = (sql: string, name: string) =>
    `CAST(${sql} AS ${types.get(name)}) AS ${quoteName(name)}`;
  const values = measures.map((measure) => typed(toMeasure(measure, silver, types), measure.name));
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const folded = `SELECT ${grouped.map((sql, index) => `${sql} AS ${names[index]}`).join(', ')}, ${values.join(', ')}
    FROM (${toSnapshotSelect(silver)}) ${where} GROUP BY ${grouped.map((_, index) => index + 1).join(', ')}`;
  const more = derived.map(({ name, sql }) => typed(`(${sql})`, name));
  if (window?.endColumn !== undefined) {
    const end = `${quoteName(window.startColumn)} + to_milliseconds(${window.sizeMs})`;
    more.push(typed(end, window.endColumn));
  }
  return `SELECT *${more.map((sql) => `, ${sql}`).join('')} FROM (${folded})`;
}

function toMeasure(
  { function: fold, column, name }: Measure,
  silver: TableSnapshot,
  types: ReadonlyMap<string, string>,
): string {
  if (column === undefined) return 'count(*)';
  const value = quoteName(column);
  if (fold === 'distinct') return `count(DISTINCT ${value})`;
  if (fold !== 'avg') return `${fold}(${value})`;
  const type = silver.columns.find((one) => one.name === column)?.type;
  return toMean(value, scaleOf(toDuckDbType(type ?? 'string') ?? ''), scaleOf(types.get(name)!));
}

/**
 * The mean rounded half up, in whole numbers: DuckDB's own division of decimals goes through a
 * double. Values have `scale` digits after the point, the mean `shown`.
 */
function toMean(value: string, scale: number, shown: number): string {
  const sum = `sum(CAST(${value} * ${10 ** scale} AS HUGEINT))`;
  const [up, down] = [10 ** Math.max(0, shown - scale), 10 ** Math.max(0, scale - shown)];
  const divisor = `(2 * count(${value}) * ${down})`;
  const rounded = `(2 * abs(${sum}) * ${up} + count(${value}) * ${down}) // ${divisor}`;
  const unit = (10 ** -shown).toFixed(shown);
  const mean = `CAST(sign(${sum}) * (${rounded}) AS DECIMAL(28, 0)) * CAST('${unit}' AS DECIMAL(${shown + 1}, ${shown}))`;
  return `CASE WHEN count(${value}) > 0 THEN ${mean} END`;
}

function scaleOf(duckDbType: string): number {
  return Number(/^DECIMAL\(\d+,\s*(\d+)\)$/.exec(duckDbType)?.[1] ?? 0);
}
