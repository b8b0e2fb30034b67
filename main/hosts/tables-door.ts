import type { z } from 'zod';
import { failed } from '../contract/failure';
import type { NamedQuery, QueryRequest, QueryResult } from '../contract/query';
import type {
  DiffRequest,
  RecordPage,
  RecordPageRequest,
  RecordSummary,
  RecordSummaryRequest,
  VersionDiff,
} from '../contract/records';
import { withTables } from './commands/read';
import type { TableHistory, TableHistoryRequest, TablesReport } from '../contract/table-history';
import type { VersionAt, VersionAtRequest } from '../contract/table-history';
import { readTableHistory, readTables } from '../reading/tables-report';
import { connectIfRunning, unwrap } from './with-control';

/** What verbs ask of the tables, whoever answers. */
export interface TablesDoor {
  listQueries(): Promise<NamedQuery[]>;
  runQuery(request: QueryRequest): Promise<QueryResult>;
  readTables(): Promise<TablesReport>;
  readTableHistory(request: TableHistoryRequest): Promise<TableHistory>;
  versionAt(request: VersionAtRequest): Promise<VersionAt>;
  readPage(request: RecordPageRequest): Promise<RecordPage>;
  summarise(request: RecordSummaryRequest): Promise<RecordSummary>;
  readDiff(request: DiffRequest): Promise<VersionDiff>;
}

/** Asks the living instance, with its own pack; else reads the tables straight from disk. */
export async function withTablesDoor<T>(
  { dataFolder, pack }: { dataFolder: string; pack: string },
  use: (door: TablesDoor) => Promise<T>,
): Promise<T> {
  const client = await connectIfRunning(dataFolder);
  if (client === null) {
    return withTables(dataFolder, pack, (reading) =>
      use({
        listQueries: () => reading.listQueries(),
        runQuery: (request) => reading.runQuery(request.name, request),
        readTables: () => readTables(reading.lake),
        readTableHistory: (request) => readTableHistory(reading.lake, request),
        versionAt: (request) => reading.versionAt(request),
        readPage: (request) => reading.records.readPage(request),
        summarise: (request) => reading.records.summarise(request),
        readDiff: (request) => reading.records.readDiff(request),
      }),
    );
  }
  try {
    return await use({
      listQueries: async () => unwrap(await client.invoke('queries.read', {})).queries,
      runQuery: async (request) => unwrap(await client.invoke('query.run', request)),
      readTables: async () => unwrap(await client.invoke('tables.read', {})),
      readTableHistory: async (request) => unwrap(await client.invoke('tables.history', request)),
      versionAt: async (request) => unwrap(await client.invoke('tables.versionAt', request)),
      readPage: async (request) => unwrap(await client.invoke('records.readPage', request)),
      summarise: async (request) => unwrap(await client.invoke('records.summarise', request)),
      readDiff: async (request) => unwrap(await client.invoke('diff.read', request)),
    });
  } finally {
    client.close();
  }
}

/** A request from what was typed; fails with `REQUEST_INVALID`, naming the value. */
export function toRequest<S extends z.ZodType>(schema: S, typed: z.input<S>): z.output<S> {
  const parsed = schema.safeParse(typed);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw failed('REQUEST_INVALID', {
    name: issue?.path.join('.') ?? '',
    reason: issue?.message ?? '',
  });
}

/** The version that was typed, or the one of the time that was typed; null for the newest. */
export async function chosenVersion(
  door: TablesDoor,
  /** Null: Silver of the pack. */
  table: string | null,
  { atVersion, atTimeMs }: { atVersion: number | null; atTimeMs: number | null },
): Promise<number | null> {
  if (atTimeMs === null) return atVersion;
  return (await door.versionAt({ table, atMs: atTimeMs })).version;
}
