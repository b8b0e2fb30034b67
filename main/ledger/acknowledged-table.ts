import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { SqlConnection } from '../analytics/sql-connection';
import { quotePath, quoteText } from '../analytics/sql-quoting';

const filePattern = /^record-\d+\.csv$/;

/**
 * Makes the table `acknowledged` (sequence `n`, partition `p`, offset `o`, event id `id`, null when
 * the event was never noted) from the producer's own record: CSV lines `s,<n>,<event id>,<time>` and
 * `a,<n>,<partition>,<offset>` (kafka/producer-record.ts). Without a record it is empty.
 */
export async function makeAcknowledgedTable(
  connection: SqlConnection,
  folder: string,
): Promise<void> {
  await readRecordLines(connection, folder);
  await connection.run(
    `CREATE OR REPLACE TABLE acknowledged AS
     SELECT n::BIGINT AS n, a::INTEGER AS p, b::BIGINT AS o, sent.id
     FROM (SELECT DISTINCT n, a, b FROM record_lines WHERE kind = 'a' AND b IS NOT NULL)
     LEFT JOIN (SELECT DISTINCT n, a AS id FROM record_lines WHERE kind = 's' AND b IS NOT NULL)
       AS sent USING (n)`,
  );
}

/**
 * Reads all lines once, in their order: a second reading of a file that grows would have
 * acknowledgements of events that the first one did not have. The last line of a file that is being
 * written may be half a line and does not count.
 */
async function readRecordLines(connection: SqlConnection, folder: string): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => filePattern.test(name));
  const paths = names.sort().map((name) => join(folder, name));
  const before = await Promise.all(paths.map(readEnd));
  const lines =
    paths.length === 0
      ? `SELECT '' AS kind, '' AS n, '' AS a, '' AS b, '' AS file WHERE false`
      : `SELECT kind, n, a, b, filename AS file FROM read_csv(
           [${paths.map(quotePath).join(', ')}], filename = true, auto_detect = false,
           columns = {kind: 'VARCHAR', n: 'VARCHAR', a: 'VARCHAR', b: 'VARCHAR'},
           header = false, delim = ',', quote = '', escape = '', null_padding = true)`;
  await connection.run(`CREATE OR REPLACE TABLE record_lines AS ${lines}`);
  for (const [index, path] of paths.entries()) {
    const { sizeBytes, isWholeLine } = before[index]!;
    if (isWholeLine && (await readEnd(path)).sizeBytes === sizeBytes) continue;
    const ofFile = `SELECT max(rowid) FROM record_lines WHERE file = ${quoteText(path)}`;
    await connection.run(`DELETE FROM record_lines WHERE rowid = (${ofFile})`);
  }
}

/** A file's size, and whether it ends with a line end. */
async function readEnd(path: string): Promise<{ sizeBytes: number; isWholeLine: boolean }> {
  const file = await open(path, 'r');
  try {
    const { size: sizeBytes } = await file.stat();
    if (sizeBytes === 0) return { sizeBytes, isWholeLine: true };
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, sizeBytes - 1);
    return { sizeBytes, isWholeLine: buffer[0] === 0x0a };
  } finally {
    await file.close();
  }
}
