import type { SqlConnection } from '../analytics/sql-connection';
import type { RuleOutcome } from './rule-outcome';

/**
 * Rule 2 (floor.md 4.4): every Bronze offset is in exactly one of Silver, rejected (rule) and
 * duplicates; none of these has an offset beyond the committed ones; Silver has each event id once,
 * and each duplicate's event id.
 */
export async function checkBronzeOffsets(connection: SqlConnection): Promise<RuleOutcome> {
  const [checked] = (await connection.readFirstRow('SELECT count(*) FROM bronze'))!;
  return {
    checked: Number(checked),
    finding:
      (await findMisplaced(connection)) ??
      (await findRepeatedId(connection)) ??
      (await findBaselessDuplicate(connection)),
  };
}

async function findMisplaced(connection: SqlConnection): Promise<string | null> {
  const row = await connection.readFirstRow(
    `SELECT p, o, count(*) FILTER (place = 's'), count(*) FILTER (place = 'r'),
       count(*) FILTER (place = 'd'), count(*) FILTER (place = 'b') AS in_bronze,
       count(*) - in_bronze AS placed, bool_or(o < first OR o >= past) AS is_outside
     FROM (SELECT p, o, 'b' AS place FROM bronze UNION ALL SELECT p, o, 's' FROM silver
           UNION ALL SELECT p, o, 'r' FROM rejected WHERE stage = 'rule'
           UNION ALL SELECT p, o, 'd' FROM duplicates) JOIN bounds USING (p)
     GROUP BY p, o
     HAVING (in_bronze > 0 AND placed <> 1) OR placed > 1 OR (placed > 0 AND is_outside)
     ORDER BY p, o LIMIT 1`,
  );
  if (row === null) return null;
  const [p, o, silver, rejected, duplicates, , placed] = row;
  const offset = `Offset ${o} of partition ${p}`;
  if (placed === '0') return `${offset} is in Bronze, but not in Silver, rejected or duplicates.`;
  if (placed === '1') return `${offset} is in the tables, but lies beyond the committed offsets.`;
  return `${offset} is in Silver ${silver} times, rejected by a rule ${rejected} times and a duplicate ${duplicates} times.`;
}

async function findRepeatedId(connection: SqlConnection): Promise<string | null> {
  // Hashes first: they are quick to group, and only what they leave is compared as text.
  const row = await connection.readFirstRow(
    `WITH suspects AS (SELECT hash(id) AS h FROM silver GROUP BY h HAVING count(*) > 1)
     SELECT id, count(*) AS copies FROM silver SEMI JOIN suspects ON hash(silver.id) = suspects.h
     GROUP BY id HAVING copies > 1 ORDER BY id LIMIT 1`,
  );
  return row === null ? null : `Event id ${row[0]} is in Silver ${row[1]} times.`;
}

/** A duplicate whose first event is nowhere would be a lost event. */
async function findBaselessDuplicate(connection: SqlConnection): Promise<string | null> {
  const row = await connection.readFirstRow(
    `SELECT p, o, id FROM duplicates ANTI JOIN silver ON duplicates.id = silver.id
     ORDER BY p, o LIMIT 1`,
  );
  if (row === null) return null;
  return `Offset ${row[1]} of partition ${row[0]} is a duplicate of event id ${row[2]}, which is not in Silver.`;
}
