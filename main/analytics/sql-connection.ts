import type { DuckDBConnection } from '@duckdb/node-api';
import type { Cell } from '../contract/query';
import { jsonWithoutLoss, toCells } from './cell-value';
import type { DuckDbSession } from './duckdb-session';
import { withinLimits, type QueryLimits } from './query-limits';

/** A connection for SQL of our own, whose rows arrive whole and as cells. */
export class SqlConnection {
  constructor(private readonly connection: DuckDBConnection) {}

  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  async readRows(sql: string): Promise<Cell[][]> {
    const reader = await this.connection.runAndReadAll(sql);
    return reader.convertRows(jsonWithoutLoss).map(toCells);
  }

  /** The first row; null when there is none. */
  async readFirstRow(sql: string): Promise<Cell[] | null> {
    return (await this.readRows(sql))[0] ?? null;
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
