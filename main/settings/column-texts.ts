import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { columnText, type ColumnTextOf } from '../contract/column-profile';
import { failed } from '../contract/failure';
import type { StreamPack } from '../contract/stream-pack';

/** By table, `*` for every table that does not say otherwise, then by column. */
const columnsFile = z.record(z.string(), z.record(z.string(), columnText));
type ColumnsFile = z.infer<typeof columnsFile>;

/**
 * What packs say of their columns, `columns.json` beside their `stream.json`, and the product of the
 * tables that all packs share, `columns.json` of the resources: a pack's words are for its own tables
 * only. A file that is not there says nothing; one that cannot be read fails with `PACK_INVALID`.
 */
export function readColumnTexts(
  packs: readonly { readonly pack: StreamPack; readonly folder: string }[],
): ColumnTextOf {
  const [first] = packs;
  const shared = first ? readFile(join(dirname(dirname(first.folder)), 'columns.json')) : {};
  const own = new Map<string, ColumnsFile>();
  for (const { pack, folder } of packs) {
    const texts = readFile(join(folder, 'columns.json'));
    const tables = [`bronze.${pack.bronze.table}`, `silver.${pack.silver.table}`].concat(
      pack.aggregates.map(({ layer, table }) => `${layer}.${table}`),
    );
    for (const table of tables) own.set(table, texts);
  }
  return (table, column) => {
    const texts = own.get(table) ?? shared;
    return texts[table]?.[column] ?? texts['*']?.[column] ?? null;
  };
}

function readFile(file: string): ColumnsFile {
  if (!existsSync(file)) return {};
  try {
    return columnsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : null;
    const reason = issue ? `${issue.path.join('.')}: ${issue.message}` : (error as Error).message;
    throw failed('PACK_INVALID', { file, reason });
  }
}
