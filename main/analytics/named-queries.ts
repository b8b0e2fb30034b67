import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failed } from '../contract/failure';
import type { QueryResult } from '../contract/query';
import { nearestNames } from '../delta/nearest-names';
import type { QueryLimits } from './query-limits';
import { runQuery, type QueryPlace } from './run-query';

const extension = '.sql';

/** The SQL files of a pack, one a query: `<pack folder>/queries/<name>.sql`. */
export class NamedQueries {
  private readonly folder: string;

  constructor(
    private readonly place: QueryPlace,
    packFolder: string,
  ) {
    this.folder = join(packFolder, 'queries');
  }

  /** Names of all queries, sorted. */
  async list(): Promise<string[]> {
    const files = await readdir(this.folder).catch(() => []);
    return files
      .filter((file) => file.endsWith(extension))
      .map((file) => file.slice(0, -extension.length))
      .sort();
  }

  /** Fails with `QUERY_UNKNOWN` (`known` has the nearest names), or like `runQuery`. */
  async run(name: string, limits: QueryLimits = {}): Promise<QueryResult> {
    const known = await this.list();
    if (!known.includes(name)) {
      throw failed('QUERY_UNKNOWN', { query: name, known: nearestNames(name, known).join(', ') });
    }
    return runQuery(
      this.place,
      await readFile(join(this.folder, name + extension), 'utf8'),
      limits,
    );
  }
}
