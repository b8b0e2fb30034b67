import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';
import type { Cell } from '../contract/query';
import { jsonWithoutLoss, toCells } from './cell-value';
import type { DuckDbSession } from './duckdb-session';
import { withinLimits, type QueryLimits } from './query-limits';

/** A value of a statement's parameter. */
export type SqlValue = string | number | boolean | null;

export interface SqlTable {
  readonly columns: { name: string; type: string }[];
  readonly rows: Cell[][];
}

/** A connection for SQL of our own, whose rows arrive whole and as cells. */
export class SqlConnection {
  constructor(private readonly connection: DuckDBConnection) {}

  /** `values` are those of `$1`, `$2`… in `sql`. */
  async run(sql: string, values: readonly SqlValue[] = []): Promise<void> {
    await this.connection.run(sql, [...values]);
  }

  /** Adds rows, in the order of the table's columns, as another DuckDB handed them over. */
  async append(schema: string, table: string, chunks: readonly DuckDBDataChunk[]): Promise<void> {
    const appender = await this.connection.createAppender(table, schema);
    try {
      for (const chunk of chunks) appender.appendDataChunk(chunk);
    } finally {
      appender.closeSync();
    }
  }

  async readRows(sql: string, values: readonly SqlValue[] = []): Promise<Cell[][]> {
    return (await this.readTable(sql, values)).rows;
  }

  /** Rows with the names and types of their columns. */
  async readTable(sql: string, values: readonly SqlValue[] = []): Promise<SqlTable> {
    const reader = await this.connection.runAndReadAll(sql, [...values]);
    const types = reader.columnTypes();
    return {
      columns: reader.columnNames().map((name, at) => ({ name, type: String(types[at]) })),
      rows: reader.convertRows(jsonWithoutLoss).map(toCells),
    };
  }

  /** From here on `readPercentDone` can tell. */
  async measureProgress(): Promise<void> {
    await this.connection.run('SET enable_progress_bar = true');
    await this.connection.run('SET enable_progress_bar_print = false');
  }

  /** How much of the running statement is done, 0 to 100; null while DuckDB cannot tell. */
  readPercentDone(): number | null {
    const { percentage } = this.connection.progress;
    return percentage < 0 ? null : percentage;
  }

  /** The first row; null when there is none. */
  async readFirstRow(sql: string, values: readonly SqlValue[] = []): Promise<Cell[] | null> {
    return (await this.readRows(sql, values))[0] ?? null;
  }
}

/** Lends a connection of `session` to `work`, within the limits; `request` names the work. */
export function withSqlConnection<T>(
  session: DuckDbSession,
  limits: QueryLimits,
  request: string,
  work: (connection: SqlConnection) => Promise<T>,
): Promise<T> {
  return session.use((connection) =>
    withinLimits(connection, limits, request, () => work(new SqlConnection(connection))),
  );
}
