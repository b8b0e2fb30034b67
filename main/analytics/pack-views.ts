import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableName, type TableName } from '../contract/delta';

const extension = '.sql';

/** The views of a pack by name, each one SELECT over the lake's tables. */
export type PackViews = ReadonlyMap<TableName, string>;

/**
 * Reads `<pack folder>/views/<layer>.<name>.sql`; empty for a pack without views. A file whose name
 * is not that of a table is left out.
 */
export function readPackViews(packFolder: string): PackViews {
  const folder = join(packFolder, 'views');
  const views = new Map<TableName, string>();
  for (const file of namesIn(folder)) {
    const name = file.slice(0, -extension.length);
    if (!file.endsWith(extension) || !tableName.safeParse(name).success) continue;
    views.set(name, readFileSync(join(folder, file), 'utf8'));
  }
  return views;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
