import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A new empty folder beside `target`; leftovers of interrupted runs are removed first. */
export function newFolderBeside(target) {
  removeFoldersBeside(target);
  const fresh = join(dirname(target), `.${basename(target)}.new`);
  mkdirSync(fresh, { recursive: true });
  return fresh;
}

/** Puts `fresh` in the place of `target` by renames: never a mixture of old and new files. */
export function swapInto(fresh, target) {
  const old = join(dirname(target), `.${basename(target)}.old`);
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  rmSync(old, { recursive: true, force: true });
}

/** Removes what an interrupted run left beside `target`. */
export function removeFoldersBeside(target) {
  const parent = dirname(target);
  if (!existsSync(parent)) return;
  const leftover = new Set([`.${basename(target)}.new`, `.${basename(target)}.old`]);
  for (const name of readdirSync(parent)) {
    if (leftover.has(name)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}
