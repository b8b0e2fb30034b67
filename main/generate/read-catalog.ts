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
    const reason = issue ? `${placeOf(issue)}${issue.message}` : String(error);
    throw failed('PACK_INVALID', { file, reason });
  }
}

/** The row, counted from 1 as the editor of the catalogs shows it, and the field; of no row: nothing. */
function placeOf({ path: [index, ...field] }: z.core.$ZodIssue): string {
  if (typeof index !== 'number') return '';
  return `${[`Row ${index + 1}`, ...field].join(', ')}: `;
}
