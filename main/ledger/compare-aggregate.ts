import type { Cell } from '../contract/query';
import type { SqlConnection } from '../analytics/sql-connection';
import type { AggregateDefinition } from '../contract/stream-pack';
import { toDuckDbType } from '../analytics/duckdb-type';
import { toSnapshotSelect } from '../analytics/snapshot-select';
import { quoteName } from '../analytics/sql-quoting';
import type { TableSnapshot } from '../delta/snapshot';
import type { RuleOutcome } from './rule-outcome';

/**
 * Compares a published aggregate with its recompute from a Silver snapshot, row by row, keys and
 * measures. The finding names the first key that differs, in key order. Sums of doubles depend on
 * their order, so these may differ by one part in a thousand million.
 */
export async function compareAggregate(
  connection: SqlConnection,
  { keys, measures }: AggregateDefinition,
  published: TableSnapshot,
  silver: TableSnapshot,
): Promise<RuleOutcome> {
  const rows = toSnapshotSelect(published);
  const typeByColumn = new Map(
    published.columns.map(({ name, type }) => [name, toDuckDbType(type)] as const),
  );
  const names = [...keys, ...measures.map(({ name }) => name)];
  const lacking = names.find((name) => !typeByColumn.get(name));
  if (lacking !== undefined) {
    return { checked: 0, finding: `${published.table} has no column ${lacking}.` };
  }
  const keyList = keys.map(quoteName).join(', ');
  const recomputed = measures.map((measure) => {
    const argument = measure.column === undefined ? '*' : quoteName(measure.column);
    const value = `CAST(${measure.function}(${argument}) AS ${typeByColumn.get(measure.name)})`;
    return `${value} AS ${quoteName(measure.name)}`;
  });
  const differs = measures.map(({ name }) =>
    differenceOf(quoteName(name), typeByColumn.get(name) ?? ''),
  );
  const sameKey = keys.map(quoteName).map((key) => `p.${key} IS NOT DISTINCT FROM r.${key}`);
  const keyValues = keys.map(quoteName).map((key) => `coalesce(p.${key}, r.${key})`);
  const wrong =
    await connection.readFirstRow(`SELECT p.copies, r.is_recomputed, ${keyValues.map((key) => `${key}::VARCHAR`).join(', ')},
       ${measures.map(({ name }) => `p.${quoteName(name)}::VARCHAR, r.${quoteName(name)}::VARCHAR`).join(', ')}
     FROM (SELECT *, count(*) OVER (PARTITION BY ${keyList}) AS copies FROM (${rows})) AS p
     FULL JOIN (SELECT ${keyList}, ${recomputed.join(', ')}, true AS is_recomputed
                FROM (${toSnapshotSelect(silver)}) GROUP BY ${keyList}) AS r
     ON ${sameKey.join(' AND ')}
     WHERE coalesce(p.copies, 0) <> 1 OR r.is_recomputed IS NULL OR ${differs.join(' OR ')}
     ORDER BY ${keyValues.join(', ')} LIMIT 1`);
  const [checked] = (await connection.readFirstRow(`SELECT count(*) FROM (${rows})`))!;
  return {
    checked: Number(checked),
    finding: wrong === null ? null : describe(wrong, names, keys.length, published.table),
  };
}

function differenceOf(name: string, type: string): string {
  const [a, b] = [`p.${name}`, `r.${name}`];
  if (type !== 'DOUBLE' && type !== 'FLOAT') return `${a} IS DISTINCT FROM ${b}`;
  const isFar = `abs(${a} - ${b}) > 1e-9 * greatest(1, abs(${a}), abs(${b}))`;
  return `((${a} IS NULL) <> (${b} IS NULL) OR coalesce(${isFar}, false))`;
}

function describe(
  [copies, isRecomputed, ...values]: readonly Cell[],
  names: readonly string[],
  keyCount: number,
  table: string,
): string {
  const key = names
    .slice(0, keyCount)
    .map((name, index) => `${name} ${values[index] ?? 'null'}`)
    .join(', ');
  const row = `The row of ${table} for ${key}`;
  if (copies === null) return `${row} is missing.`;
  if (isRecomputed === null) return `${row} has no row in Silver behind it.`;
  if (copies !== '1') return `${row} is there ${copies} times.`;
  const measures = names.slice(keyCount).map((name, index) => {
    const at = keyCount + 2 * index;
    return { name, published: values[at], recomputed: values[at + 1] };
  });
  const wrong = measures.find(({ published, recomputed }) => published !== recomputed)!;
  return `${row} has ${wrong.name} ${wrong.published}, but Silver gives ${wrong.recomputed}.`;
}
