import type { DuckDbSession } from '../analytics/duckdb-session';
import { toSnapshotSelect } from '../analytics/snapshot-select';
import { SqlConnection } from '../analytics/sql-connection';
import type { QualityScore } from '../contract/quality';
import type { TableSnapshot } from '../delta/snapshot';
import type { CheckDefinition } from './checks';

/** The rows that a check looks at, by table; a table that is not there has no entry. */
export type RowsByTable = ReadonlyMap<string, TableSnapshot>;

/** A check's score over these rows, which passes from the threshold on; none at all score 1. Fails when a file cannot be read. */
export async function measure(
  session: DuckDbSession,
  definition: CheckDefinition,
  threshold: number,
  rows: RowsByTable,
  nowMs: number,
): Promise<QualityScore> {
  let good = 0;
  let total = 0;
  let records = 0;
  const tables: QualityScore['tables'] = [];
  for (const measurement of definition.measurements) {
    const snapshot = rows.get(measurement.table);
    if (snapshot === undefined || snapshot.files.length === 0) continue;
    const counts = await session.use((connection) =>
      new SqlConnection(connection).readFirstRow(
        `SELECT (${measurement.good})::DOUBLE, (${measurement.total})::DOUBLE, count(*)::DOUBLE
         FROM (${toSnapshotSelect(snapshot)})`,
      ),
    );
    const [goodHere, totalHere, recordsHere] = counts!.map(Number) as [number, number, number];
    good += goodHere;
    total += totalHere;
    records += recordsHere;
    tables.push({ table: measurement.table, score: totalHere === 0 ? 1 : goodHere / totalHere });
  }
  const score = total === 0 ? 1 : good / total;
  const details = total === 0 ? 'No rows to look at.' : `${good} of ${total} ${definition.good}.`;
  return { score, passed: score >= threshold, records, details, atMs: nowMs, tables };
}
