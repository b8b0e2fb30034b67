import type { Cell } from '../contract/query';
import type { SqlConnection } from '../analytics/sql-connection';
import type { AggregateDefinition } from '../contract/stream-pack';
import { toDuckDbType } from '../analytics/duckdb-type';
import { toSnapshotSelect } from '../analytics/snapshot-select';
import { toSentence } from '../analytics/sql-error';
import { quoteName } from '../analytics/sql-quoting';
import type { TableSnapshot } from '../delta/snapshot';
import { problemOf, toDuckDbExpression } from './duckdb-expression';
import { keysOf, toRecompute } from './recompute-aggregate';
import type { RuleOutcome } from './rule-outcome';
import { differenceOf, valuesOf, type ComparedValue } from './value-difference';

/**
 * Compares a published aggregate with its recompute from a Silver snapshot, row by row, keys and
 * values, each value within its allowance (`differenceOf`). The finding names the first key that
 * differs, in key order, and by what. An expression of the pack that DuckDB cannot compute is a
 * finding too: nothing passes unchecked.
 */
export async function compareAggregate(
  connection: SqlConnection,
  aggregate: AggregateDefinition,
  published: TableSnapshot,
  silver: TableSnapshot,
): Promise<RuleOutcome> {
  const { table } = published;
  const types = new Map(
    published.columns.map(({ name, type }) => [name, toDuckDbType(type) ?? ''] as const),
  );
  const keys = keysOf(aggregate);
  const values = valuesOf(aggregate);
  const lacking = [...keys, ...values.map(({ name }) => name)].find((name) => !types.has(name));
  if (lacking !== undefined) return { checked: 0, finding: `${table} has no column ${lacking}.` };
  const unknown = await findUnknownExpression(connection, aggregate, published, silver);
  if (unknown !== null) return { checked: 0, finding: unknown };
  try {
    const joined = toJoined(keys, values, published, toRecompute(aggregate, silver, types));
    const wrong = await connection.readFirstRow(toFirstDifference(keys, values, types, joined));
    const counted = await connection.readFirstRow(
      `SELECT count(*) FROM (${toSnapshotSelect(published)})`,
    );
    return {
      checked: Number(counted![0]),
      finding: wrong === null ? null : describe(wrong, keys, values, table),
    };
  } catch (error) {
    const reason = toSentence((error as Error).message);
    return { checked: 0, finding: `${table} cannot be computed from Silver: ${reason}` };
  }
}

async function findUnknownExpression(
  connection: SqlConnection,
  { filter, derived }: AggregateDefinition,
  published: TableSnapshot,
  silver: TableSnapshot,
): Promise<string | null> {
  const { table } = published;
  const parts = [
    ...(filter === undefined ? [] : [{ name: 'filter', sql: filter, over: silver }]),
    ...derived.map(({ name, sql }) => ({ name: `column ${name}`, sql, over: published })),
  ];
  for (const { name, sql, over } of parts) {
    const problem = await problemOf(connection, sql, toSnapshotSelect(over));
    if (problem !== null) return `The ${name} of ${table} cannot be checked: ${problem}`;
  }
  return null;
}

/**
 * Every published row beside its recomputed one, `p:` and `r:` before the names of their values;
 * without these, what derived columns look at: recomputed, but for distinct counts, which stand as
 * published because they may be approximate.
 */
function toJoined(
  keys: readonly string[],
  values: readonly ComparedValue[],
  published: TableSnapshot,
  recomputed: string,
): string {
  const quoted = keys.map(quoteName);
  const columns = values.flatMap(({ name, sql, tolerance }) => {
    const [own, p] = [quoteName(name), `p.${quoteName(name)} AS ${quoteName(`p:${name}`)}`];
    if (sql !== null) return [p];
    const seen = `${tolerance === 'approximate' ? 'p' : 'r'}.${own} AS ${own}`;
    return [p, `r.${own} AS ${quoteName(`r:${name}`)}`, seen];
  });
  return `SELECT p."p:copies", r."r:exists",
      ${[...quoted.map((key) => `coalesce(p.${key}, r.${key}) AS ${key}`), ...columns].join(', ')}
    FROM (SELECT *, count(*) OVER (PARTITION BY ${quoted.join(', ')}) AS "p:copies"
          FROM (${toSnapshotSelect(published)})) AS p
    FULL JOIN (SELECT *, true AS "r:exists" FROM (${recomputed})) AS r
    ON ${quoted.map((key) => `p.${key} IS NOT DISTINCT FROM r.${key}`).join(' AND ')}`;
}

function toFirstDifference(
  keys: readonly string[],
  values: readonly ComparedValue[],
  types: ReadonlyMap<string, string>,
  joined: string,
): string {
  const derived = values.flatMap(({ name, sql }) =>
    sql === null
      ? []
      : [`CAST((${toDuckDbExpression(sql)}) AS ${types.get(name)}) AS ${quoteName(`r:${name}`)}`],
  );
  const differs = values.map((value) => `(${differenceOf(value, types.get(value.name)!)})`);
  const texts = [...keys, ...values.flatMap(({ name }) => [`p:${name}`, `r:${name}`])];
  return `SELECT "p:copies", "r:exists", list_position([${differs.join(', ')}], true),
      ${texts.map((name) => `${quoteName(name)}::VARCHAR`).join(', ')}
    FROM (SELECT ${['*', ...derived].join(', ')} FROM (${joined}))
    WHERE coalesce("p:copies", 0) <> 1 OR "r:exists" IS NULL OR ${differs.join(' OR ')}
    ORDER BY ${keys.map(quoteName).join(', ')} LIMIT 1`;
}

function describe(
  [copies, isRecomputed, differing, ...cells]: readonly Cell[],
  keys: readonly string[],
  values: readonly ComparedValue[],
  table: string,
): string {
  const key = keys.map((name, index) => `${name} ${cells[index] ?? 'null'}`).join(', ');
  const row = `The row of ${table} for ${key}`;
  if (copies === null) return `${row} is missing.`;
  if (isRecomputed === null) return `${row} has no row in Silver behind it.`;
  if (copies !== '1') return `${row} is there ${copies} times.`;
  const index = Number(differing) - 1;
  const [is, asked] = cells.slice(keys.length + 2 * index);
  return `${row} has ${values[index]!.name} ${is ?? 'null'}, but Silver gives ${asked ?? 'null'}.`;
}
