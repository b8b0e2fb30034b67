import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Catalog, CatalogRow } from '../contract/catalogs';
import { failed } from '../contract/failure';
import { catalogFile } from './read-catalogs';

/** Virus scanners and editors hold a file for moments. */
const patience = { recursive: true, force: true, maxRetries: 3, retryDelay: 100 };

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

export const asText = (rows: readonly CatalogRow[]) => JSON.stringify(rows, null, 2);

/**
 * The pack's folder once more, with these catalogs in the place of its own. Fails with
 * `FOLDER_NOT_REMOVED` where an earlier copy stays, and with `DATA_FOLDER_DENIED`.
 */
export function writeCopy(folder: string, copy: string, catalogs: readonly Catalog[]): void {
  removeCopy(copy);
  try {
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(folder, copy, { recursive: true });
    for (const { name, rows } of catalogs) writeFileSync(catalogFile(copy, name), asText(rows));
  } catch (error) {
    throw failed('DATA_FOLDER_DENIED', { folder: copy, reason: messageOf(error) });
  }
}

function removeCopy(copy: string): void {
  try {
    rmSync(copy, patience);
  } catch (error) {
    throw failed('FOLDER_NOT_REMOVED', { folder: copy, reason: messageOf(error) });
  }
}

/** Takes away a copy that nobody reads; one that is held stays, and is no harm. */
export function forgetCopy(copy: string): void {
  try {
    removeCopy(copy);
  } catch {
    // The next copy in its place is written after another try.
  }
}
