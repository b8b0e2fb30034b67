import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { collectActions, parseCommit } from './parse-actions';
import type { TableActions } from './delta-actions';

/** The columns of a log checkpoint that a reader needs; a file may lack some of them. */
const wanted = ['add', 'metaData', 'protocol', 'txn', 'sidecar'];

/**
 * Reads log checkpoints through a small DuckDB of its own, opened when the first Parquet file is met.
 * `close` frees it; a later `read` opens it again.
 */
export class LogCheckpointReader {
  private instance: Promise<DuckDBInstance> | null = null;

  /**
   * All actions of one log checkpoint, of a v2 one with its sidecars. Throws when a file is gone or
   * torn.
   */
  async read(paths: readonly string[]): Promise<TableActions> {
    const [first] = paths;
    const actions = first!.endsWith('.json')
      ? parseCommit(await readFile(first!, 'utf8'))
      : await this.readParquet(paths);
    if (actions.sidecars.length === 0) return actions;
    const folder = join(dirname(first!), '_sidecars');
    const sidecars = actions.sidecars.map((name) => join(folder, decodeURIComponent(name)));
    const { added } = await this.readParquet(sidecars);
    return { ...actions, added: [...actions.added, ...added] };
  }

  private async readParquet(paths: readonly string[]): Promise<TableActions> {
    this.instance ??= DuckDBInstance.create(':memory:', {
      threads: '1',
      memory_limit: '256MB',
      temp_directory: '',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await (await this.instance).connect();
    try {
      const files = `read_parquet([${paths.map(quote).join(', ')}], union_by_name = true)`;
      const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${files}`);
      const columns = described.getRowsJson().map((row) => String(row[0]));
      const present = wanted.filter((name) => columns.includes(name));
      const rows = await connection.runAndReadAll(
        `SELECT to_json(action) FROM (SELECT ${present.map((name) => `"${name}"`).join(', ')}
         FROM ${files}) AS action`,
      );
      return collectActions(rows.getRowsJson().map((row) => JSON.parse(String(row[0]))));
    } finally {
      connection.closeSync();
    }
  }

  async close(): Promise<void> {
    const instance = this.instance;
    this.instance = null;
    (await instance)?.closeSync();
  }
}

/** A path as SQL text; `[`, `*` and `?` would be patterns to DuckDB. */
function quote(path: string): string {
  return `'${path.replace(/[[*?]/g, '[$&]').replaceAll("'", "''")}'`;
}
