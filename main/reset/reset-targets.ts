import { lstat, readdir, readlink } from 'node:fs/promises';
import { failed } from '../contract/failure';
import type { ResetLevel } from '../contract/reset';
import type { DataPaths } from '../settings/paths';

/** A folder that a reset deletes as a whole. */
export interface ResetTarget {
  readonly what: string;
  readonly folder: string;
}

/** The folders of a level, all of them directly in the data folder. */
export function resetTargets(paths: DataPaths, level: ResetLevel): ResetTarget[] {
  const checkpoints = { what: 'checkpoints', folder: paths.checkpoints };
  const tables = { what: 'tables', folder: paths.delta };
  switch (level) {
    case 'checkpoints':
      return [checkpoints];
    case 'data':
      return [tables, checkpoints];
    case 'everything':
      return [
        tables,
        checkpoints,
        { what: 'topics', folder: paths.kafka },
        { what: "the producer's record", folder: paths.producerRecords },
      ];
  }
}

/** What a level leaves alone, in words. */
export function keptBy(level: ResetLevel): string[] {
  const always = ['settings', 'your own packs', 'saved queries', 'exports'];
  switch (level) {
    case 'checkpoints':
      return ['tables', 'topics', "the producer's record", 'logs', ...always];
    case 'data':
      return ['topics', "the producer's record", 'logs', ...always];
    case 'everything':
      return always;
  }
}

/** Names of the packs that have a checkpoint, sorted. */
export async function packsWithCheckpoint(paths: DataPaths): Promise<string[]> {
  const entries = await readdir(paths.checkpoints, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * A link leads to files that are not in the data folder: they are not ours to delete, and without
 * the link they would be lost from sight. Fails with `FOLDER_NOT_REMOVED`.
 */
export async function refuseLinks(targets: readonly ResetTarget[]): Promise<void> {
  for (const { folder } of targets) {
    const isLink = (await lstat(folder).catch(() => null))?.isSymbolicLink() ?? false;
    if (!isLink) continue;
    const reason = `it is a link to ${await readlink(folder)}; links are not followed.`;
    throw failed('FOLDER_NOT_REMOVED', { folder, reason });
  }
}
