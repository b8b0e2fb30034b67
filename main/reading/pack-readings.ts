import type { HistorySource } from '../history/history-source';
import type { LoadedPack } from '../settings/load-pack';
import type { DataPaths } from '../settings/paths';
import { TableReading } from './table-reading';

/** Lends what is read from the tables of one pack; see `packReadings`. */
export type WithPack = <T>(
  pack: string | undefined,
  use: (reading: TableReading, pack: string) => Promise<T>,
) => Promise<T>;

export interface PackReadingsOptions {
  /** A pack as the settings have it; fails with `PACK_UNKNOWN`. */
  readonly load: (pack: string) => LoadedPack;
  readonly paths: DataPaths;
  readonly history: HistorySource;
}

/**
 * The tables of the data folder as another pack names and exports them: opened for one use and
 * closed again. Undefined, and the pack that is shown, are what `shown` gives. Fails with
 * `PACK_UNKNOWN`.
 */
export function packReadings(
  { load, paths, history }: PackReadingsOptions,
  shown: () => { readonly reading: TableReading; readonly pack: string },
): WithPack {
  return async (pack, use) => {
    const own = shown();
    if (pack === undefined || pack === own.pack) return use(own.reading, own.pack);
    const loaded = load(pack);
    const reading = await TableReading.open({
      paths,
      pack: loaded.pack,
      packFolder: loaded.folder,
      history,
    });
    try {
      return await use(reading, pack);
    } finally {
      await reading.close();
    }
  };
}
