import type { SqlConnection } from '../analytics/sql-connection';
import type { RuleOutcome } from './rule-outcome';
import type { Offsets } from './offset-bounds';

/** The offsets that this rule is about, each with its place. */
const located = `
  SELECT p, o, 'b' AS place FROM bronze
  UNION ALL SELECT p, o, 'r' FROM rejected WHERE stage IN ('parse', 'schema')`;

/**
 * Rule 1 (floor.md 4.4): every offset up to the committed end offset is in exactly one of Bronze and
 * rejected (parse, schema); none lies beyond it, or beyond the broker's own log.
 */
export async function checkEveryOffset(
  connection: SqlConnection,
  brokerEndOffsets: Offsets | null,
): Promise<RuleOutcome> {
  const [checked] = (await connection.readFirstRow('SELECT sum(past - first) FROM bounds'))!;
  const finding = (await isWhole(connection)) ? null : await findWrongOffset(connection);
  return {
    checked: Number(checked),
    finding: finding ?? (await findBeyondBroker(connection, brokerEndOffsets)),
  };
}

/** As many different offsets as lie between the bounds, and none outside: nothing is wrong. */
async function isWhole(connection: SqlConnection): Promise<boolean> {
  const wrong = await connection.readFirstRow(
    `SELECT p FROM bounds LEFT JOIN (
       SELECT p, count(*) AS n, count(DISTINCT o) AS different, min(o) AS lowest, max(o) AS highest
       FROM (${located}) GROUP BY p) USING (p)
     WHERE coalesce(n, 0) <> past - first OR n <> different OR lowest < first OR highest >= past
     LIMIT 1`,
  );
  return wrong === null;
}

async function findWrongOffset(connection: SqlConnection): Promise<string | null> {
  const wrong = await connection.readFirstRow(
    `WITH places AS (
       SELECT p, o, count(*) FILTER (place = 'b') AS bronze,
         count(*) FILTER (place = 'r') AS rejected
       FROM (${located}) GROUP BY p, o),
     fenced AS (
       SELECT p, o FROM places SEMI JOIN bounds ON places.p = bounds.p AND o >= first AND o < past
       UNION SELECT p, first - 1 FROM bounds UNION SELECT p, past FROM bounds),
     gaps AS (
       SELECT p, o + 1 AS o, following - o - 1 AS missing
       FROM (SELECT p, o, lead(o) OVER (PARTITION BY p ORDER BY o) AS following FROM fenced)
       WHERE following > o + 1)
     SELECT * FROM (
       SELECT p, o, 'missing' AS kind, missing AS a, 0 AS b FROM gaps
       UNION ALL SELECT p, o, 'repeated', bronze, rejected FROM places WHERE bronze + rejected > 1
       UNION ALL SELECT p, o, 'outside', first, past FROM places JOIN bounds USING (p)
         WHERE o < first OR o >= past)
     ORDER BY p, o, kind LIMIT 1`,
  );
  return wrong === null ? null : describeOffset(wrong);
}

function describeOffset([p, o, kind, a, b]: readonly unknown[]): string {
  const offset = `Offset ${o} of partition ${p}`;
  switch (kind) {
    case 'missing':
      return `${offset} is neither in Bronze nor rejected${Number(a) > 1 ? ` (${a} in a row)` : ''}.`;
    case 'repeated':
      return `${offset} is in Bronze ${a} times and rejected before Bronze ${b} times.`;
    default:
      return `${offset} is in the tables, but committed are only ${a} to ${Number(b) - 1}.`;
  }
}

async function findBeyondBroker(
  connection: SqlConnection,
  brokerEndOffsets: Offsets | null,
): Promise<string | null> {
  for (const [partition, end] of Object.entries(brokerEndOffsets ?? {})) {
    const sql = `SELECT past FROM bounds WHERE p = ${Number(partition)} AND past > ${end}`;
    const row = await connection.readFirstRow(sql);
    if (row === null) continue;
    return `Partition ${partition} is committed up to offset ${row[0]}, but the broker's log ends at ${end}.`;
  }
  return null;
}
