import type { Cell } from '../contract/query';
import type { SqlConnection } from '../analytics/sql-connection';
import type { AggregateDefinition } from '../contract/stream-pack';
import { toDuckDbType } from '../analytics/duckdb-type';
import { toSnapshotSelect } from '../analytics/snapshot-select';
import { quoteName } from '../analytics/sql-quoting';
import type { TableSnapshot } from '../delta/snapshot';
import { keysOf, toRecompute, valuesOf } from './recompute-aggregate';
import type { RuleOutcome } from './rule-outcome';

/** Up to so many different values a count is exact (floor.md D8); beyond, 5 % are allowed. */
const exactDistinct = 100;

/**
 * Compares a published aggregate with its recompute from a Silver snapshot, row by row, keys and
 * values. The finding names the first key that differs, in key order. Sums of doubles depend on
 * their order, so these may differ by one part in a thousand million. An expression of the pack
 * that DuckDB does not understand is a finding too: nothing passes unchecked.
 */
export async function compareAggregate(
  connection: SqlConnection,
  aggregate: AggregateDefinition,
  published: TableSnapshot,
  silver: TableSnapshot,
): Promise<RuleOutcome> {
  const rows = toSnapshotSelect(published);
  const types = new Map(
    published.columns.flatMap(({ name, type }) => {
      const duckDbType = toDuckDbType(type);
      return duckDbType === null ? [] : [[name, duckDbType] as const];
    }),
  );
  const keys = keysOf(aggregate);
  const values = valuesOf(aggregate);
  const names = [...keys, ...values];
  const lacking = names.find((name) => !types.has(name));
  if (lacking !== undefined) {
    return { checked: 0, finding: `${published.table} has no column ${lacking}.` };
  }
  const distinct = new Set(
    aggregate.measures.filter((one) => one.function === 'distinct').map(({ name }) => name),
  );
  const differs = values.map((name) =>
    distinct.has(name)
      ? differenceOfDistinct(quoteName(name))
      : differenceOf(quoteName(name), types.get(name)!),
  );
  const quoted = keys.map(quoteName);
  const sameKey = quoted.map((key) => `p.${key} IS NOT DISTINCT FROM r.${key}`);
  const keyValues = quoted.map((key) => `coalesce(p.${key}, r.${key})`);
  const bothValues = values.map(quoteName).map((one) => `p.${one}::VARCHAR, r.${one}::VARCHAR`);
  const different = differs.map((sql) => `(${sql})::INTEGER`);
  const comparison = `SELECT p.copies, r.is_recomputed, list_position([${different.join(', ')}], 1),
       ${keyValues.map((key) => `${key}::VARCHAR`).join(', ')}, ${bothValues.join(', ')}
     FROM (SELECT *, count(*) OVER (PARTITION BY ${quoted.join(', ')}) AS copies FROM (${rows})) AS p
     FULL JOIN (SELECT *, true AS is_recomputed
                FROM (${toRecompute(aggregate, silver, types)})) AS r
     ON ${sameKey.join(' AND ')}
     WHERE coalesce(p.copies, 0) <> 1 OR r.is_recomputed IS NULL OR ${differs.join(' OR ')}
     ORDER BY ${keyValues.join(', ')} LIMIT 1`;
  let wrong: readonly Cell[] | null;
  try {
    wrong = await connection.readFirstRow(comparison);
  } catch (error) {
    const reason = String((error as Error).message).split('\n')[0];
    return { checked: 0, finding: `${published.table} cannot be computed from Silver: ${reason}` };
  }
  const [checked] = (await connection.readFirstRow(`SELECT count(*) FROM (${rows})`))!;
  return {
    checked: Number(checked),
    finding: wrong === null ? null : describe(wrong, keys, values, published.table),
  };
}

function differenceOf(name: string, type: string): string {
  const [a, b] = [`p.${name}`, `r.${name}`];
  if (type !== 'DOUBLE' && type !== 'FLOAT') return `${a} IS DISTINCT FROM ${b}`;
  const isFar = `abs(${a} - ${b}) > 1e-9 * greatest(1, abs(${a}), abs(${b}))`;
  return `((${a} IS NULL) <> (${b} IS NULL) OR coalesce(${isFar}, false))`;
}

function differenceOfDistinct(name: string): string {
  const [a, b] = [`p.${name}`, `r.${name}`];
  const isFar = `abs(${a} - ${b}) > CASE WHEN ${b} <= ${exactDistinct} THEN 0 ELSE 0.05 * ${b} END`;
  return `(${a} IS NULL OR coalesce(${isFar}, false))`;
}

function describe(
  [copies, isRecomputed, differing, ...cells]: readonly Cell[],
  keys: readonly string[],
  values: readonly string[],
  table: string,
): string {
  const key = keys.map((name, index) => `${name} ${cells[index] ?? 'null'}`).join(', ');
  const row = `The row of ${table} for ${key}`;
  if (copies === null) return `${row} is missing.`;
  if (isRecomputed === null) return `${row} has no row in Silver behind it.`;
  if (copies !== '1') return `${row} is there ${copies} times.`;
  const index = Number(differing) - 1;
  const [is, shouldBe] = cells.slice(keys.length + 2 * index, keys.length + 2 * index + 2);
  return `${row} has ${values[index]} ${is ?? 'null'}, but Silver gives ${shouldBe ?? 'null'}.`;
}
