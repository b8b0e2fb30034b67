import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { failed } from '../contract/failure';

/**
 * Reads `<pack folder>/catalogs/<name>.json`, a list of at least one row.
 * Fails with `PACK_INVALID`, which names the file, the row and the field.
 */
export function readCatalog<T>(packFolder: string, name: string, row: z.ZodType<T>): T[] {
  const file = join(packFolder, 'catalogs', `${name}.json`);
  try {
    return z
      .array(row)
      .min(1)
      .parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : null;
    throw failed('PACK_INVALID', { file, ...(issue ? whatOf(issue) : { reason: String(error) }) });
  }
}

/** What is wrong where: the row is counted from 1, as the editor of the catalogs shows it. */
function whatOf({ path: [index, ...field], message: detail }: z.core.$ZodIssue) {
  if (typeof index !== 'number') return { reason: detail };
  const place = { row: index + 1, column: field.join('.') };
  return { ...place, detail, reason: `Row ${[place.row, ...field].join(', ')}: ${detail}` };
}
