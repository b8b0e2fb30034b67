import { link, copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DuckDbSession } from '../analytics/duckdb-session';
import { toSnapshotSelect } from '../analytics/snapshot-select';
import { withSqlConnection } from '../analytics/sql-connection';
import { quoteName, quoteText } from '../analytics/sql-quoting';
import type { TableName } from '../contract/delta';
import type { Lake } from '../delta/lake';
import type { LiveFile, TableSnapshot } from '../delta/snapshot';

interface CopiedFile {
  readonly path: string;
  readonly rows: number;
  readonly partitionValues: LiveFile['partitionValues'];
}

/** A table with the files of another, each as often as it takes to have at least so many rows. */
export async function repeatTable(
  lake: Lake,
  table: TableName,
  folder: string,
  leastRows: number,
): Promise<void> {
  const { files } = await lake.snapshot(table);
  const rows = files.reduce((sum, file) => sum + (file.rows ?? 0), 0);
  const copies: CopiedFile[] = [];
  for (let round = 0; round * rows < leastRows; round++) {
    for (const [index, file] of files.entries()) {
      const path = `part-${round}-${index}.parquet`;
      await mkdir(folder, { recursive: true });
      const target = join(folder, path);
      await link(file.path, target).catch(() => copyFile(file.path, target));
      copies.push({ path, rows: file.rows ?? 0, partitionValues: file.partitionValues });
    }
  }
  await writeLog(lake, table, folder, copies);
}

/** A table with the rows of another in about so many files, as many micro-batches would leave them. */
export async function splitTable(
  session: DuckDbSession,
  lake: Lake,
  table: TableName,
  folder: string,
  fileCount: number,
): Promise<void> {
  const snapshot = await lake.snapshot(table);
  const total = snapshot.files.reduce((sum, file) => sum + (file.rows ?? 0), 0);
  const rowsPerFile = Math.max(1, Math.ceil(total / fileCount));
  await mkdir(folder, { recursive: true });
  const copies: CopiedFile[] = [];
  for (const files of byPartition(snapshot)) {
    const { partitionValues } = files[0]!;
    const select = toSnapshotSelect({ ...snapshot, files });
    const stored = snapshot.columns
      .filter(({ name }) => !snapshot.partitionColumns.includes(name))
      .map(({ name }) => quoteName(name));
    await withSqlConnection(session, { timeoutMs: 600_000 }, 'Copying', async (connection) => {
      await connection.run(
        `CREATE TEMP TABLE part AS SELECT ${stored.join(', ')} FROM (${select})`,
      );
      const rows = files.reduce((sum, file) => sum + (file.rows ?? 0), 0);
      for (let from = 0; from < rows; from += rowsPerFile) {
        const path = `part-${copies.length}.parquet`;
        const until = Math.min(rows, from + rowsPerFile);
        await connection.run(
          `COPY (SELECT * FROM part WHERE rowid >= ${from} AND rowid < ${until})
           TO ${quoteText(join(folder, path))} (FORMAT parquet, COMPRESSION snappy)`,
        );
        copies.push({ path, rows: until - from, partitionValues });
      }
      await connection.run('DROP TABLE part');
    });
  }
  await writeLog(lake, table, folder, copies);
}

function byPartition({ files }: TableSnapshot): LiveFile[][] {
  const groups = new Map<string, LiveFile[]>();
  for (const file of files) {
    const key = JSON.stringify(file.partitionValues);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()];
}

/** One commit with the protocol and schema of the original. */
async function writeLog(
  lake: Lake,
  table: TableName,
  folder: string,
  files: readonly CopiedFile[],
): Promise<void> {
  const name = '00000000000000000000.json';
  const first = await readFile(join(lake.folderOf(table), '_delta_log', name), 'utf8');
  const kept = first.split('\n').filter((line) => /^\{"(protocol|metaData)"/.test(line));
  const added = await Promise.all(
    files.map(async ({ path, rows, partitionValues }) => {
      const { size, mtimeMs } = await stat(join(folder, path));
      const stats = JSON.stringify({ numRecords: rows });
      const modificationTime = Math.round(mtimeMs);
      return JSON.stringify({
        add: { path, partitionValues, size, modificationTime, dataChange: true, stats },
      });
    }),
  );
  const target = join(folder, '_delta_log', name);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, `${[...kept, ...added].join('\n')}\n`);
}
