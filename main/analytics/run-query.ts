import { StatementType, type DuckDBConnection } from '@duckdb/node-api';
import { failed } from '../contract/failure';
import type { QueryResult } from '../contract/query';
import { jsonWithoutLoss, toCells } from './cell-value';
import type { DuckDbSession } from './duckdb-session';
import { withinLimits, type QueryLimits } from './query-limits';
import { readSqlStructure, type SqlStructure } from './select-structure';
import { isVanishedFile, toSentence, toSqlFailure } from './sql-error';
import type { PinnedStatement, TableViews } from './table-views';

/** Where SQL runs: a DuckDB session and the lake's tables as its views. */
export interface QueryPlace {
  readonly session: DuckDbSession;
  readonly views: TableViews;
  /** Throws when this place does not allow such SQL; left out where the SQL is our own. */
  readonly check?: (structure: SqlStructure) => void;
}

/**
 * Runs one SELECT over the newest versions of the tables it names. A data file that vanishes while
 * it runs (compaction, vacuum) makes it run once more, over a newer snapshot. Fails with
 * `SQL_INVALID`, `SQL_TIMEOUT`, `REQUEST_CANCELLED`, or like `Lake.snapshot`.
 */
export async function runQuery(
  place: QueryPlace,
  sql: string,
  limits: QueryLimits = {},
): Promise<QueryResult> {
  try {
    return await runOnce(place, sql, limits);
  } catch (error) {
    if (!isVanishedFile(error)) throw toSqlFailure(error);
  }
  try {
    return await runOnce(place, sql, limits);
  } catch (error) {
    if (!isVanishedFile(error)) throw toSqlFailure(error);
    const { message } = error as Error;
    const table = await place.views.tableNamedIn(message);
    throw failed('TABLE_UNREADABLE', { table, reason: toSentence(message) });
  }
}

function runOnce(place: QueryPlace, sql: string, limits: QueryLimits): Promise<QueryResult> {
  const startedAtMs = performance.now();
  return place.session.use((connection) =>
    withinLimits(connection, limits, 'The query', async (checkLimits) => {
      const pinned = await pin(place, connection, sql);
      checkLimits();
      const rowLimit = limits.rowLimit ?? 10_000;
      const reader = await pinned.statement.streamAndReadUntil(rowLimit + 1);
      const names = reader.columnNames();
      const types = reader.columnTypes();
      const rows = reader.convertRows(jsonWithoutLoss).map(toCells);
      return {
        columns: names.map((name, index) => ({ name, type: String(types[index]) })),
        rows: rows.slice(0, rowLimit),
        tableVersions: Object.fromEntries(
          pinned.snapshots.map(({ table, version }) => [table, version]),
        ),
        committedAtMs:
          pinned.snapshots.length === 0
            ? null
            : Math.max(...pinned.snapshots.map(({ committedAtMs }) => committedAtMs)),
        sql,
        elapsedMs: performance.now() - startedAtMs,
        isTruncated: rows.length > rowLimit,
      };
    }),
  );
}

async function pin(
  { views, check }: QueryPlace,
  connection: DuckDBConnection,
  sql: string,
): Promise<PinnedStatement> {
  const structure = await readSqlStructure(connection, sql);
  check?.(structure);
  if (structure.kind === 'invalid') throw failed('SQL_INVALID', { reason: structure.reason });
  const pinned = await views.prepare(
    connection,
    sql,
    structure.kind === 'select' ? structure.tables : [],
    { withAllTables: structure.kind === 'select' && structure.listsTables },
  );
  const { statementType } = pinned.statement;
  if (statementType !== StatementType.SELECT && statementType !== StatementType.EXPLAIN) {
    throw failed('SQL_NOT_READ_ONLY', { reason: 'The statement is neither SELECT nor EXPLAIN.' });
  }
  return pinned;
}
