import { mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ResetDone, ResetFrom, ResetIntent, ResetLevel } from '../contract/reset';
import { failed } from '../contract/failure';
import type { DataPaths } from '../settings/paths';
import { planReset } from './plan-reset';
import { readIntent, writeIntent } from './reset-intent';
import { packsWithCheckpoint, refuseLinks, resetTargets } from './reset-targets';
import { emptyTrash, moveToTrash } from './trash';

/**
 * Deletes what the level says; the caller holds the instance lock and nothing runs. The intent is
 * written first, and whoever finds one finishes it (`finishReset`), so that a crash at any moment
 * leaves nothing half deleted for the next start. Fails with `RESET_NOT_CONFIRMED` or
 * `FOLDER_NOT_REMOVED`.
 */
export async function runReset(
  paths: DataPaths,
  request: { level: ResetLevel; from: ResetFrom; confirmation: string | null },
): Promise<ResetDone> {
  const { level, from } = request;
  const beginMs = Date.now();
  const plan = await planReset(paths, level);
  if (plan.confirmation !== null && request.confirmation !== plan.confirmation) {
    throw failed('RESET_NOT_CONFIRMED', { level });
  }
  await refuseLinks(resetTargets(paths, level));
  const packs = await packsWithCheckpoint(paths);
  const intent = { level, from, packs, atUtc: new Date(beginMs).toISOString() };
  await writeIntent(paths, intent);
  await carryOut(paths, intent);
  return { level, deleted: plan.deletes, tookMs: Date.now() - beginMs };
}

/**
 * Finishes a reset that a crash has cut off, and frees the disk of what it threw away. Returns the
 * reset, null when there was none. The caller holds the instance lock.
 */
export async function finishReset(paths: DataPaths): Promise<ResetIntent | null> {
  const intent = await readIntent(paths);
  if (intent) await carryOut(paths, intent);
  else await emptyTrash(paths);
  return intent;
}

/** Every step may be repeated from the first one; the intent goes when only rubbish is left. */
async function carryOut(paths: DataPaths, intent: ResetIntent): Promise<void> {
  const targets = resetTargets(paths, intent.level);
  await refuseLinks(targets);
  await moveToTrash(
    paths,
    targets.map(({ folder }) => folder),
  );
  if (intent.level === 'everything') await emptyLogs(paths.logs);
  else await writeStartingPoints(paths, intent);
  await rm(paths.resetIntent, { force: true });
  await emptyTrash(paths);
}

/** Tells the next query of each pack where to begin; tables that are gone are filled from the start. */
async function writeStartingPoints(paths: DataPaths, { level, from, packs }: ResetIntent) {
  const start = level === 'data' || from === 'earliest' ? 'earliest' : 'end';
  for (const pack of packs) {
    const folder = paths.checkpoint(pack);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, 'reset.json'), `${JSON.stringify({ from: start })}\n`);
  }
}

/** Emptied, not removed: this process may have them open. */
async function emptyLogs(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((each) => each.isFile())) {
    const file = join(folder, entry.name);
    if (entry.name.endsWith('.log')) await truncate(file, 0);
    else await rm(file, { force: true });
  }
}
