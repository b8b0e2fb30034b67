import { StatementType, type DuckDBConnection } from '@duckdb/node-api';
import { failed } from '../contract/failure';
import type { ParameterValues, QueryResult } from '../contract/query';
import { nearestNames } from '../delta/nearest-names';
import type { TableSnapshot } from '../delta/snapshot';
import { jsonWithoutLoss, toCells } from './cell-value';
import type { DuckDbSession } from './duckdb-session';
import type { SnapshotOf } from './extra-tables';
import { missingFile, whileFilesMove } from './missing-file';
import { withinLimits, type QueryLimits } from './query-limits';
import { readSqlStructure, type SqlStructure } from './select-structure';
import { bindParameters } from './statement-parameters';
import type { PinnedStatement, TableViews } from './table-views';

/** Where SQL runs: a DuckDB session and the lake's tables as its views. */
export interface QueryPlace {
  readonly session: DuckDbSession;
  readonly views: TableViews;
  /** The newest snapshot of a table. */
  readonly newest: SnapshotOf;
  /** Throws when this place does not allow such SQL; left out where the SQL is our own. */
  readonly check?: (structure: SqlStructure) => void;
}

export interface QueryOptions extends QueryLimits {
  /** Values of the statement's parameters; all of them must be there. */
  readonly parameters?: ParameterValues;
  /** Other than the newest snapshots. */
  readonly snapshotOf?: SnapshotOf;
}

/** A result, and what would have to be the same for the same result. */
export interface PinnedResult {
  readonly result: QueryResult;
  readonly snapshots: readonly TableSnapshot[];
  /** False when it read more than these snapshots. */
  readonly isRepeatable: boolean;
}

/** `runPinned` for whom the rows are enough. */
export async function runQuery(
  place: QueryPlace,
  sql: string,
  options: QueryOptions = {},
): Promise<QueryResult> {
  return (await runPinned(place, sql, options)).result;
}

/**
 * Runs one SELECT over the newest versions of the tables it names, or over those of `snapshotOf`. A
 * data file that vanishes while it runs (compaction, vacuum) makes it run again, over a newer
 * snapshot. Fails with `SQL_INVALID`, `SQL_TIMEOUT`, `REQUEST_CANCELLED`, or like `Lake.snapshot`.
 */
export async function runPinned(
  place: QueryPlace,
  sql: string,
  options: QueryOptions = {},
): Promise<PinnedResult> {
  return whileFilesMove(
    () => runOnce(place, sql, options),
    async (file) => {
      const table = await place.views.tableOfFile(file);
      const snapshotOf = options.snapshotOf ?? place.newest;
      const snapshot = table === null ? null : await snapshotOf(table).catch(() => null);
      return missingFile(table, snapshot?.version ?? null, file);
    },
  );
}

function runOnce(place: QueryPlace, sql: string, options: QueryOptions): Promise<PinnedResult> {
  const startedAtMs = performance.now();
  return place.session.use((connection) =>
    withinLimits(connection, options, 'The query', async (checkLimits) => {
      const { statement, snapshots, isRepeatable } = await pin(place, connection, sql, options);
      const parameters = options.parameters ?? {};
      bindParameters(statement, parameters);
      checkLimits();
      const rowLimit = options.rowLimit ?? 10_000;
      const reader = await statement.streamAndReadUntil(rowLimit + 1);
      const names = reader.columnNames();
      const types = reader.columnTypes();
      const allRows = reader.convertRows(jsonWithoutLoss).map(toCells);
      const rows = allRows.slice(0, rowLimit);
      const result: QueryResult = {
        columns: names.map((name, index) => ({ name, type: String(types[index]) })),
        rows,
        rowCount: rows.length,
        tableVersions: Object.fromEntries(snapshots.map(({ table, version }) => [table, version])),
        committedAtMs:
          snapshots.length === 0
            ? null
            : Math.max(...snapshots.map(({ committedAtMs }) => committedAtMs)),
        sql,
        parameters,
        elapsedMs: performance.now() - startedAtMs,
        isTruncated: allRows.length > rowLimit,
      };
      return { result, snapshots, isRepeatable };
    }),
  );
}

async function pin(
  { views, check }: QueryPlace,
  connection: DuckDBConnection,
  sql: string,
  { snapshotOf }: QueryOptions,
): Promise<PinnedStatement & { readonly isRepeatable: boolean }> {
  const structure = await readSqlStructure(connection, sql);
  check?.(structure);
  if (structure.kind === 'invalid') {
    const { reason, line } = structure;
    throw failed('SQL_INVALID', { reason, ...(line === null ? {} : { line }) });
  }
  const isSelect = structure.kind === 'select';
  const extraTables = isSelect ? structure.extraTables : [];
  const unknown = extraTables.find((name) => !views.extraTables.has(name));
  if (unknown !== undefined) {
    const known = nearestNames(unknown, [...views.extraTables.keys()]).join(', ');
    throw failed('TABLE_UNKNOWN', { table: unknown, known: known === '' ? 'none' : known });
  }
  const pinned = await views.prepare(
    connection,
    isSelect ? (structure.sql ?? sql) : sql,
    isSelect ? structure.tables : [],
    {
      withAllTables: isSelect && structure.listsTables,
      extraTables,
      ...(snapshotOf ? { snapshotOf } : {}),
    },
  );
  const { statementType } = pinned.statement;
  if (statementType !== StatementType.SELECT && statementType !== StatementType.EXPLAIN) {
    throw failed('SQL_NOT_READ_ONLY', { reason: 'The statement is neither SELECT nor EXPLAIN.' });
  }
  return { ...pinned, isRepeatable: extraTables.length === 0 };
}
