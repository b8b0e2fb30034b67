import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Hidden names beside `target`, told from those of other folders and other processes. */
const beside = (target, kind) =>
  join(dirname(target), `.${basename(target)}.${kind}-${process.pid}`);

/** A new empty folder beside `target`; leftovers of interrupted runs are removed first. */
export function newFolderBeside(target) {
  removeFoldersBeside(target);
  const fresh = beside(target, 'new');
  mkdirSync(fresh, { recursive: true });
  return fresh;
}

/** Puts `fresh` in the place of `target` by renames: never a mixture of old and new files. */
export function swapInto(fresh, target) {
  const old = beside(target, 'old');
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  rmSync(old, { recursive: true, force: true });
}

/** Removes what this or an interrupted run left beside `target`; call it under the lock only. */
export function removeFoldersBeside(target) {
  const parent = dirname(target);
  if (!existsSync(parent)) return;
  const prefixes = [`.${basename(target)}.new-`, `.${basename(target)}.old-`];
  for (const name of readdirSync(parent)) {
    if (!prefixes.some((prefix) => name.startsWith(prefix))) continue;
    rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 3 });
  }
}
