import { sep } from 'node:path';
import { DuckDbSession } from '../analytics/duckdb-session';
import type { ExtraTables } from '../analytics/extra-tables';
import type { PackViews } from '../analytics/pack-views';
import { withinLimits } from '../analytics/query-limits';
import { requireReadOnly } from '../analytics/read-only-sql';
import { readSqlStructure } from '../analytics/select-structure';
import { SqlConnection } from '../analytics/sql-connection';
import { quotePath, quoteText } from '../analytics/sql-quoting';
import { TableViews } from '../analytics/table-views';
import type { TableName } from '../contract/delta';
import { failed } from '../contract/failure';
import type { Lake } from '../delta/lake';
import type { TableSnapshot } from '../delta/snapshot';
import { withSpillFolder } from './spill-folder';

/** The lake and what is defined over it. */
export interface ExportTables {
  readonly lake: Lake;
  readonly packViews: PackViews;
  readonly extraTables: ExtraTables;
  /** What a sort puts aside when it does not fit into memory. */
  readonly spillFolder: string;
}

/** A SELECT over the lake, and the versions at which it reads it. */
export interface PinnedSql {
  readonly sql: string;
  /** Versions other than the newest, by table. */
  readonly atVersions: ReadonlyMap<TableName, number>;
}

/** A transaction over exact table versions; every statement in it sees the same rows. */
export interface PinnedSource {
  readonly connection: SqlConnection;
  readonly snapshots: readonly TableSnapshot[];
  /** The query's columns, by DuckDB's names of types. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** True when the query itself says in which order its rows come. */
  readonly isOrdered: boolean;
}

/** What of a source a dataset is planned from. */
export type QueryShape = Pick<PinnedSource, 'columns' | 'isOrdered'>;

/** DuckDB does not count all that it takes: with 160 MB the process grows by less than 300 MB. */
const memoryLimitMb = 160;
/** The longest that a timer can wait: an export ends by itself or by its signal. */
const noTimeoutMs = 2 ** 31 - 1;

/**
 * Opens a DuckDB of the export's own that can open the lake and the partial folder and nothing else,
 * pins the SQL to its table versions, and runs `work` there. Fails like `runQuery`.
 */
export function withPinnedSource<T>(
  tables: ExportTables,
  pinned: PinnedSql,
  partialFolder: string,
  signal: AbortSignal | undefined,
  work: (source: PinnedSource) => Promise<T>,
): Promise<T> {
  return withSpillFolder(tables.spillFolder, (spillFolder) =>
    pinSource({ ...tables, spillFolder }, pinned, partialFolder, signal, work),
  );
}

async function pinSource<T>(
  { lake, packViews, extraTables, spillFolder }: ExportTables,
  { sql, atVersions }: PinnedSql,
  partialFolder: string,
  signal: AbortSignal | undefined,
  work: (source: PinnedSource) => Promise<T>,
): Promise<T> {
  const session = await DuckDbSession.open({ memoryLimitMb, spillFolder });
  try {
    return await session.use((duckDb) =>
      withinLimits(
        duckDb,
        { timeoutMs: noTimeoutMs, signal },
        'The export',
        async (checkLimits) => {
          const structure = await readSqlStructure(duckDb, sql);
          requireReadOnly(structure);
          if (structure.kind === 'invalid')
            throw failed('SQL_INVALID', { reason: structure.reason });
          if (structure.kind !== 'select') {
            throw failed('SQL_NOT_READ_ONLY', { reason: 'Only a SELECT can be exported.' });
          }
          const connection = new SqlConnection(duckDb);
          const folders = [lake.folder, partialFolder].flatMap((folder) => [
            quoteText(folder + sep),
            // DuckDB compares a path as it was written, with its patterns' signs taken literally.
            quotePath(folder + sep),
          ]);
          await connection.run(`SET allowed_directories = [${folders.join(', ')}]`);
          await connection.run('SET enable_external_access = false');
          const views = new TableViews(session, lake, packViews, extraTables);
          const { tables, extraTables: own, listsTables, isOrdered } = structure;
          // Rows that its ORDER BY holds equal come in the order of their reading: by one thread it is
          // the same each time, for the survey and for both kinds of files.
          if (isOrdered) await connection.run('SET threads = 1');
          const snapshotOf = (table: TableName) =>
            lake.snapshot(table, { atVersion: atVersions.get(table) ?? null });
          const options = { withAllTables: listsTables, extraTables: own, snapshotOf };
          const { snapshots } = await views.prepare(duckDb, sql, tables, options);
          const described = await connection.readRows(`DESCRIBE ${sql}`);
          const columns = described.map(([name, type]) => ({
            name: String(name),
            type: String(type),
          }));
          checkLimits();
          return work({ connection, snapshots, columns, isOrdered });
        },
      ),
    );
  } finally {
    session.close();
  }
}
