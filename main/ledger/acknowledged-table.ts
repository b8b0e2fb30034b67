import { open, readdir } from 'node:fs/promises';
import type { SqlConnection } from '../analytics/sql-connection';
import { join } from 'node:path';
import { quotePath, quoteText } from '../analytics/sql-quoting';

const filePattern = /^record-\d+\.csv$/;
const longestLineBytes = 1_024;

/**
 * Makes the table `acknowledged` (sequence `n`, partition `p`, offset `o`, event id `id`, null when
 * the event was never noted) from the producer's own record: CSV lines `s,<n>,<event id>,<time>` and
 * `a,<n>,<partition>,<offset>` (kafka/producer-record.ts). Without a record it is empty. A last
 * line without its line end is still being written and does not count.
 */
export async function makeAcknowledgedTable(
  connection: SqlConnection,
  folder: string,
): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => filePattern.test(name));
  const paths = names.sort().map((name) => join(folder, name));
  const torn = (await Promise.all(paths.map(readTornLine))).filter((line) => line !== null);
  const lines =
    paths.length === 0
      ? `SELECT '' AS kind, '' AS n, '' AS a, '' AS b WHERE false`
      : `SELECT kind, n, a, b FROM read_csv([${paths.map(quotePath).join(', ')}],
           columns = {kind: 'VARCHAR', n: 'VARCHAR', a: 'VARCHAR', b: 'VARCHAR'}, header = false,
           auto_detect = false, delim = ',', quote = '', escape = '', null_padding = true)
         WHERE b IS NOT NULL AND concat_ws(',', kind, n, a, b) NOT IN (${['', ...torn].map(quoteText).join(', ')})`;
  await connection.run(`CREATE OR REPLACE VIEW record_lines AS ${lines}`);
  await connection.run(
    `CREATE OR REPLACE TABLE acknowledged AS
     SELECT n::BIGINT AS n, a::INTEGER AS p, b::BIGINT AS o, sent.id
     FROM (SELECT DISTINCT n, a, b FROM record_lines WHERE kind = 'a')
     LEFT JOIN (SELECT DISTINCT n, a AS id FROM record_lines WHERE kind = 's') AS sent USING (n)`,
  );
}

/** The text after a file's last line end; null when there is none. */
async function readTornLine(path: string): Promise<string | null> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - longestLineBytes);
    const { buffer } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
    const tail = buffer.toString('utf8');
    return tail === '' || tail.endsWith('\n') ? null : tail.slice(tail.lastIndexOf('\n') + 1);
  } finally {
    await file.close();
  }
}
