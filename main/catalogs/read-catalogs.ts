import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  catalogRows,
  type Catalog,
  type CatalogColumn,
  type CatalogRow,
} from '../contract/catalogs';
import type { LoadedPack } from '../settings/load-pack';

/** Where the catalogs of a pack lie inside its folder. */
export const catalogFolder = 'catalogs';
const extension = '.json';

/** The names of the catalogs of a pack folder. */
export const catalogNames = (packFolder: string): string[] =>
  readdirSync(join(packFolder, catalogFolder))
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length))
    .sort();

export const catalogFile = (packFolder: string, name: string): string =>
  join(packFolder, catalogFolder, `${name}${extension}`);

/** The rows of a file; throws what JSON or the schema say of a damaged one. */
export const readRows = (file: string): CatalogRow[] =>
  catalogRows.parse(JSON.parse(readFileSync(file, 'utf8')));

/** The shape of a pack's catalogs with its own rows: the columns are those of the first row. */
export function readPackCatalogs({ pack, folder }: LoadedPack): Catalog[] {
  const own = catalogNames(folder).map((name) => ({
    name,
    rows: readRows(catalogFile(folder, name)),
  }));
  const firstColumns = new Map(
    own.map(({ name, rows }) => [Object.keys(rows[0] ?? {})[0] ?? '', name]),
  );
  return own.map(({ name, rows }) => {
    const key = pack.catalogs[name]?.key;
    const columns = Object.entries(rows[0] ?? {}).map(([column, value], index): CatalogColumn => {
      const home = firstColumns.get(column) ?? null;
      return {
        name: column,
        kind: Array.isArray(value) ? 'list' : typeof value === 'number' ? 'number' : 'text',
        isUnique: index === 0 || column === key,
        refersTo: index === 0 ? null : home,
      };
    });
    return { pack: pack.pack, name, columns, rows, isChanged: false, isWaiting: false };
  });
}
