import { failed } from '../contract/failure';
import type { StreamPack } from '../contract/stream-pack';
import type { Lake } from '../delta/lake';
import type { ExtraTables } from './extra-tables';
import { openQueryPlace } from './open-query-place';
import { PackQueries } from './pack-queries';
import { readPackViews, type PackViews } from './pack-views';
import type { QueryPlace } from './run-query';

/** A pack and the folder of its queries and views. */
export interface QueriedPack {
  readonly pack: StreamPack;
  readonly folder: string;
}

interface Opened {
  readonly queries: PackQueries;
  close(): void;
}

/**
 * The named queries of packs that run together. Names of queries and views are a pack's own: each
 * has a DuckDB of its own, opened with the first question to it; the first pack has the given one.
 */
export class QueriesOfPacks {
  private readonly opened = new Map<string, Promise<Opened>>();

  constructor(
    place: QueryPlace,
    private readonly lake: Lake,
    private readonly extraTables: ExtraTables,
    private readonly packs: readonly [QueriedPack, ...QueriedPack[]],
  ) {
    const queries = this.queriesOf(packs[0], readPackViews(packs[0].folder), place);
    // Whoever gave the place closes it.
    this.opened.set(packs[0].pack.pack, Promise.resolve({ queries, close: () => undefined }));
  }

  /** Of the first pack where none is named; fails with `PACK_UNKNOWN` for one that is not among them. */
  async of(name = this.packs[0].pack.pack): Promise<PackQueries> {
    const found = this.packs.find(({ pack }) => pack.pack === name);
    if (!found) {
      const known = this.packs.map(({ pack }) => pack.pack).join(', ');
      throw failed('PACK_UNKNOWN', { pack: name, known });
    }
    const opened = this.opened.get(name) ?? this.open(found);
    this.opened.set(name, opened);
    return (await opened).queries;
  }

  async close(): Promise<void> {
    for (const each of this.opened.values()) {
      const opened = await each.catch(() => null);
      await opened?.queries.close();
      opened?.close();
    }
  }

  private async open(found: QueriedPack): Promise<Opened> {
    const views = readPackViews(found.folder);
    const place = await openQueryPlace(this.lake, views, this.extraTables);
    return { queries: this.queriesOf(found, views, place), close: () => place.close() };
  }

  private queriesOf({ pack, folder }: QueriedPack, packViews: PackViews, place: QueryPlace) {
    const { lake, extraTables } = this;
    return new PackQueries(place, { lake, pack, packFolder: folder, packViews, extraTables });
  }
}
