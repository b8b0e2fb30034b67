import type { RunSummary } from '../contract/run-summary';
import type { StreamPack } from '../contract/stream-pack';
import { runQuery, type QueryPlace } from '../analytics/run-query';
import { quoteName, quoteText } from '../analytics/sql-quoting';
import type { Lake } from '../delta/lake';
import { rowTablesOf } from './ledger-tables';

/** Rows of a pack's tables as of now, in the words of the run summary. */
export type RowCounts = Pick<
  RunSummary,
  'bronze' | 'silver' | 'rejected' | 'duplicates' | 'late' | 'revenue'
>;

/**
 * Counts all rows since the data folder began; a table that is not there yet counts 0. `revenue` is
 * exact decimal text, '0' when there is none. Fails like `runQuery`.
 */
export async function countRows(
  place: QueryPlace,
  lake: Lake,
  pack: StreamPack,
): Promise<RowCounts> {
  const tables = rowTablesOf(pack);
  const read = async (table: string, expression: string, filter = '') => {
    if (!lake.has(table)) return '0';
    const { rows } = await runQuery(place, `SELECT ${expression} FROM ${table} ${filter}`);
    return String(rows[0]?.[0] ?? '0');
  };
  const count = async (table: string, condition = 'true') =>
    Number(await read(table, 'count(*)', `WHERE ${condition}`));
  const ofPack = `pack = ${quoteText(pack.pack)}`;
  const rejected = (stage: string) => count(tables.rejected, `${ofPack} AND stage = '${stage}'`);
  const { revenueTable, revenueColumn } = pack.headline;
  return {
    bronze: await count(tables.bronze),
    silver: await count(tables.silver),
    rejected: {
      parse: await rejected('parse'),
      schema: await rejected('schema'),
      rule: await rejected('rule'),
    },
    duplicates: await count(tables.duplicates, ofPack),
    late: await count(tables.silver, `contains(dq_warnings, 'late:')`),
    revenue: await read(revenueTable, `sum(${quoteName(revenueColumn)})`),
  };
}
