import { join } from 'node:path';
import { failed } from '../contract/failure';
import type { PackParameters } from '../contract/pack-parameters';
import type { NamedQuery, ParameterValues, QueryResult } from '../contract/query';
import { nearestNames } from '../delta/nearest-names';
import type { SnapshotOf } from './extra-tables';
import { readQueryFiles, type QueryFile } from './query-file';
import { toParameters } from './query-parameters';
import type { QueryLimits } from './query-limits';
import { ResultCache } from './result-cache';
import { runPinned, type QueryPlace } from './run-query';

export interface NamedQueryOptions extends QueryLimits {
  readonly parameters?: ParameterValues;
  /** Other than the newest snapshots. */
  readonly snapshotOf?: SnapshotOf;
  /** False: the rows are computed even when they are known for these table versions. */
  readonly fromCache?: boolean;
}

/** The SQL files of a pack, one a query: `<pack folder>/queries/<name>.sql`. */
export class NamedQueries {
  private readonly folder: string;
  private readonly cache = new ResultCache();

  constructor(
    private readonly place: QueryPlace,
    packFolder: string,
    private readonly parameters: PackParameters,
  ) {
    this.folder = join(packFolder, 'queries');
  }

  /** All queries, by group and order; those with filters name the parameters of both forms. */
  async list(): Promise<NamedQuery[]> {
    return [...(await readQueryFiles(this.folder, this.parameters)).values()].map(
      ({ sql: _, filtered, parameters, ...query }) => ({
        ...query,
        parameters: [
          ...parameters,
          ...(filtered?.parameters ?? []).filter(
            ({ name }) => !parameters.some((own) => own.name === name),
          ),
        ],
      }),
    );
  }

  /**
   * Answers are kept by query, parameters and table versions (floor.md S2-17). Fails with
   * `QUERY_UNKNOWN` (`known` has the nearest names), `REQUEST_INVALID` for a parameter that the query
   * does not have or that is not of its type, or like `runQuery`.
   */
  async run(name: string, options: NamedQueryOptions = {}): Promise<QueryResult> {
    const files = await readQueryFiles(this.folder, this.parameters);
    const file = files.get(name);
    if (!file) {
      const known = nearestNames(name, [...files.keys()]).join(', ');
      throw failed('QUERY_UNKNOWN', { query: name, known: known === '' ? 'none' : known });
    }
    const { parameters: given = {}, fromCache = true, ...limits } = options;
    const { sql, parameters: known } = formFor(file, given);
    const parameters = toParameters(name, known, given);
    const key = JSON.stringify([sql, parameters, limits.rowLimit ?? null]);
    const snapshotOf = options.snapshotOf ?? this.place.newest;
    const kept = fromCache ? await this.cache.find(key, snapshotOf) : null;
    if (kept !== null) return kept;
    const { result, snapshots, isRepeatable } = await runPinned(this.place, sql, {
      ...limits,
      parameters,
    });
    if (isRepeatable) this.cache.keep(key, result, snapshots);
    return result;
  }
}

/** The filtered form, where a value is given that only it has. */
function formFor({ sql, parameters, filtered }: QueryFile, given: ParameterValues) {
  const isOwn = (name: string) => parameters.some((own) => own.name === name);
  const asked = Object.keys(given).filter((name) => given[name] !== null);
  const plain = { sql, parameters };
  return filtered === null || asked.every(isOwn) ? plain : filtered;
}
