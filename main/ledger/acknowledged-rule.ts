import type { SqlConnection } from '../analytics/sql-connection';
import type { RuleOutcome } from './rule-outcome';

export interface AcknowledgedOutcome extends RuleOutcome {
  /** Different acknowledged events. */
  readonly acknowledged: number;
  /** Those at offsets that the query has not committed yet: lag, not loss. */
  readonly pending: number;
  /** Offsets beyond the first of an acknowledged event id. */
  readonly repeatedSends: number;
}

/** Rows that may hold an acknowledged event that is not in Bronze. */
const otherPlaces = `
  SELECT p, o, id FROM silver UNION ALL SELECT p, o, id FROM rejected
  UNION ALL SELECT p, o, id FROM duplicates`;

/**
 * Rule 3 (floor.md 4.4): every acknowledged event is at the offset that the broker gave it, or that
 * offset is not committed yet, or lies before the first one that a query of the pack began at. A
 * rejected record whose event id could not be read counts for the event at its offset.
 */
export async function checkAcknowledged(connection: SqlConnection): Promise<AcknowledgedOutcome> {
  const [acknowledged, pending, before] = (await connection.readFirstRow(
    `SELECT count(DISTINCT n), count(DISTINCT n) FILTER (o >= coalesce(past, 0)),
       count(DISTINCT n) FILTER (o < first)
     FROM acknowledged LEFT JOIN bounds USING (p)`,
  ))!;
  return {
    checked: Number(acknowledged) - Number(before),
    acknowledged: Number(acknowledged),
    pending: Number(pending),
    repeatedSends: await countRepeatedSends(connection),
    finding: await findMissing(connection),
  };
}

/** Hashes first: they are quick to group, and only what they leave is compared as text. */
async function countRepeatedSends(connection: SqlConnection): Promise<number> {
  const [repeated] = (await connection.readFirstRow(
    `WITH sent AS (
       SELECT id FROM bronze UNION ALL SELECT id FROM rejected WHERE stage <> 'rule'),
     suspects AS (SELECT hash(id) AS h FROM sent GROUP BY h HAVING count(*) > 1)
     SELECT coalesce(sum(copies - 1), 0) FROM (
       SELECT id, count(*) AS copies FROM sent SEMI JOIN suspects ON hash(sent.id) = suspects.h
       GROUP BY id) AS counted
     SEMI JOIN acknowledged ON acknowledged.id = counted.id`,
  ))!;
  return Number(repeated);
}

async function findMissing(connection: SqlConnection): Promise<string | null> {
  await connection.run(
    `CREATE OR REPLACE TABLE not_in_bronze AS
     SELECT a.* FROM (SELECT n, p, o, id FROM acknowledged JOIN bounds USING (p)
                      WHERE (o >= first AND o < past) OR id IS NULL) AS a
     ANTI JOIN bronze AS b ON b.p = a.p AND b.o = a.o AND b.id = a.id`,
  );
  const row = await connection.readFirstRow(
    `SELECT n, p, o, id FROM not_in_bronze AS a
     ANTI JOIN (${otherPlaces}) AS held ON held.p = a.p AND held.o = a.o AND held.id = a.id
     WHERE NOT EXISTS (FROM rejected AS r WHERE r.p = a.p AND r.o = a.o AND r.id IS NULL)
     ORDER BY p, o LIMIT 1`,
  );
  if (row === null) return null;
  const [n, p, o, id] = row;
  const where = `offset ${o} of partition ${p}`;
  if (id === null) return `Event number ${n} was acknowledged at ${where}, but never noted.`;
  const [other] = (await connection.readFirstRow(
    `SELECT min(id) FROM (SELECT p, o, id FROM bronze UNION ALL ${otherPlaces})
     WHERE p = ${p} AND o = ${o}`,
  ))!;
  const held = other === null ? 'nothing' : `event id ${other}`;
  return `Event id ${id} was acknowledged at ${where}, which holds ${held}.`;
}
