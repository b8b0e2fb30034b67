import type { Lake } from '../delta/lake';
import { resolveFilePath, type TableSnapshot } from '../delta/snapshot';

/** The newest snapshot with only the files that commits after a version brought new rows in. */
export async function rowsSince(
  lake: Lake,
  table: string,
  afterVersion: number,
): Promise<TableSnapshot> {
  const snapshot = await lake.snapshot(table);
  // After a reset the table began anew.
  const first = afterVersion > snapshot.version ? 0 : afterVersion + 1;
  const log = await lake.logOf(table);
  const added = new Set<string>();
  for (let version = first; version <= snapshot.version; version += 1) {
    const reading = await log.readCommit(version);
    if (reading.kind !== 'read') continue;
    for (const { path, dataChange } of reading.actions.added) {
      // A compaction only moves rows that were looked at before.
      if (dataChange) added.add(resolveFilePath(table, lake.folderOf(table), path));
    }
  }
  return { ...snapshot, files: snapshot.files.filter(({ path }) => added.has(path)) };
}
