import { failed, type FailureError } from '../contract/failure';
import type { TableName } from '../contract/delta';
import { isVanishedFile, toSqlFailure } from './sql-error';

/** So often in a row a table may be compacted and vacuumed under a reader. */
const attempts = 4;

/**
 * Runs `work`, which asks for the newest snapshot each time, again when a data file vanished under it
 * (compaction, vacuum). Fails with what `describe` makes of a file that stays missing, or as SQL does.
 */
export async function whileFilesMove<T>(
  work: () => Promise<T>,
  describe: (file: string) => Promise<FailureError>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isVanishedFile(error)) throw toSqlFailure(error);
      if (attempt === attempts) throw await describe(missingFileIn((error as Error).message));
    }
  }
}

/** The failure of a table whose data file is missing; version null where it is not known. */
export function missingFile(table: TableName | null, version: number | null, file: string) {
  const whose = version === null ? 'It needs' : `Its version ${version} needs`;
  return failed('TABLE_UNREADABLE', { table, reason: `${whose} ${file}, which is missing.` });
}

/** The file in DuckDB's message, without the brackets that stand around signs of patterns. */
function missingFileIn(message: string): string {
  const quoted = /"([^"]+)"/.exec(message)?.[1];
  return quoted === undefined ? 'a file' : quoted.replace(/\[([[*?])\]/g, '$1');
}
