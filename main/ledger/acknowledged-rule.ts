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

/** Rows that may hold an acknowledged event, wherever it ended. */
const places = `
  SELECT p, o, id FROM bronze UNION ALL SELECT p, o, id FROM silver
  UNION ALL SELECT p, o, id FROM rejected UNION ALL SELECT p, o, id FROM duplicates`;

/**
 * Rule 3 (floor.md 4.4): every acknowledged event is at the offset that the broker gave it, or that
 * offset is not committed yet. A rejected record whose event id could not be read counts for the
 * event at its offset.
 */
export async function checkAcknowledged(connection: SqlConnection): Promise<AcknowledgedOutcome> {
  const [acknowledged, pending] =
    (await connection.readFirstRow(`SELECT count(DISTINCT n), count(DISTINCT n) FILTER (o >= coalesce(past, 0))
     FROM acknowledged LEFT JOIN bounds USING (p)`))!;
  const [repeatedSends] = (await connection.readFirstRow(`SELECT coalesce(sum(copies - 1), 0) FROM
       (SELECT id, count(*) AS copies FROM (SELECT p, o, id FROM bronze UNION
          SELECT p, o, id FROM rejected WHERE stage <> 'rule') GROUP BY id HAVING copies > 1)
     SEMI JOIN acknowledged USING (id)`))!;
  return {
    checked: Number(acknowledged),
    acknowledged: Number(acknowledged),
    pending: Number(pending),
    repeatedSends: Number(repeatedSends),
    finding: await findMissing(connection),
  };
}

async function findMissing(connection: SqlConnection): Promise<string | null> {
  const row =
    await connection.readFirstRow(`SELECT a.n, a.p, a.o, a.id, (SELECT min(id) FROM (${places}) x WHERE x.p = a.p AND x.o = a.o)
     FROM (SELECT * FROM acknowledged JOIN bounds USING (p) WHERE o < past OR id IS NULL) AS a
     ANTI JOIN (${places}) AS held ON held.p = a.p AND held.o = a.o AND held.id = a.id
     WHERE NOT EXISTS (FROM rejected r WHERE r.p = a.p AND r.o = a.o AND r.id IS NULL)
     ORDER BY a.p, a.o LIMIT 1`);
  if (row === null) return null;
  const [n, p, o, id, other] = row;
  const where = `offset ${o} of partition ${p}`;
  if (id === null) return `Event number ${n} was acknowledged at ${where}, but never noted.`;
  return `Event id ${id} was acknowledged at ${where}, which holds ${other === null ? 'nothing' : `event id ${other}`}.`;
}
