import type { NamedQuery, ParameterValues, QueryResult } from '../contract/query';
import type { StreamPack } from '../contract/stream-pack';
import type { Lake } from '../delta/lake';
import type { ExtraTables } from './extra-tables';
import { NamedQueries } from './named-queries';
import { openQueryPlace } from './open-query-place';
import type { PackViews } from './pack-views';
import { PastSnapshots } from './past-snapshots';
import type { QueryLimits } from './query-limits';
import type { QueryPlace } from './run-query';

export interface PackQueriesOptions {
  readonly lake: Lake;
  readonly pack: StreamPack;
  readonly packFolder: string;
  readonly packViews: PackViews;
  readonly extraTables: ExtraTables;
}

export interface PackQueryOptions extends QueryLimits {
  readonly parameters?: ParameterValues;
  /** A version of the pack's Silver table; null for the newest of every table. */
  readonly atVersion?: number | null;
  readonly fromCache?: boolean;
}

/** The named queries of a pack, over the newest tables or over those of an earlier time. */
export class PackQueries {
  private readonly live: NamedQueries;
  private readonly past: PastSnapshots;
  /** Views of another time have a DuckDB of their own, opened with the first of them. */
  private pastPlace: Promise<QueryPlace & { close(): void }> | null = null;

  constructor(
    place: QueryPlace,
    private readonly options: PackQueriesOptions,
  ) {
    this.live = new NamedQueries(place, options.packFolder, options.pack.parameters);
    this.past = new PastSnapshots(options.lake, `silver.${options.pack.silver.table}`);
  }

  list(): Promise<NamedQuery[]> {
    return this.live.list();
  }

  /** Fails like `NamedQueries.run`; `TABLE_UNREADABLE` for a version that is not kept. */
  async run(
    name: string,
    { atVersion = null, ...options }: PackQueryOptions = {},
  ): Promise<QueryResult> {
    if (atVersion === null) return this.live.run(name, options);
    const { lake, pack, packFolder, packViews, extraTables } = this.options;
    this.pastPlace ??= openQueryPlace(lake, packViews, extraTables);
    const queries = new NamedQueries(await this.pastPlace, packFolder, pack.parameters);
    const snapshotOf = this.past.asOf(atVersion);
    return queries.run(name, { ...options, snapshotOf, fromCache: false });
  }

  async close(): Promise<void> {
    const place = await this.pastPlace?.catch(() => null);
    place?.close();
  }
}
