import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { quotePath, quoteText } from './sql-quoting';

export interface DuckDbSessionOptions {
  readonly memoryLimitMb?: number;
  /** Folder for what does not fit into memory; null: such a query fails instead. */
  readonly spillFolder?: string | null;
  /**
   * Shuts the session in: no file outside this folder can be opened, no setting can be changed any
   * more. Null leaves it open, for SQL of our own.
   */
  readonly onlyFolder?: string | null;
}

/**
 * One in-memory DuckDB with two threads and UTC, never downloading anything. Every piece of work
 * gets a connection of its own, so that it can be interrupted alone. `close` frees the memory.
 */
export class DuckDbSession {
  private constructor(private readonly instance: DuckDBInstance) {}

  static async open({
    memoryLimitMb = 512,
    spillFolder = null,
    onlyFolder = null,
  }: DuckDbSessionOptions = {}): Promise<DuckDbSession> {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: '2',
      memory_limit: `${memoryLimitMb}MB`,
      temp_directory: spillFolder ?? '',
      // The system keeps read files in its own cache; a second copy up to the memory limit, of files
      // that compaction replaces, made nothing quicker.
      enable_external_file_cache: 'false',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const session = new DuckDbSession(instance);
    await session.use(async (connection) => {
      await connection.run(`SET GLOBAL TimeZone = 'UTC'`);
      if (onlyFolder === null) return;
      // A file is asked for by its escaped path and opened by its own: both are compared as text.
      const allowed = `${quoteText(onlyFolder)}, ${quotePath(onlyFolder)}`;
      await connection.run(`SET allowed_directories = [${allowed}]`);
      await connection.run('SET enable_external_access = false');
      await connection.run('SET lock_configuration = true');
    });
    return session;
  }

  async use<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await this.instance.connect();
    try {
      return await work(connection);
    } finally {
      connection.closeSync();
    }
  }

  close(): void {
    this.instance.closeSync();
  }
}
