import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** All files below `path`, sorted; `path` itself when it is a file; none when it is not there. */
export function filesBelow(path, isWanted = () => true) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !isWanted(path)) return [];
  if (!stats.isDirectory()) return [path];
  const names = readdirSync(path).sort();
  return names.flatMap((name) => filesBelow(join(path, name), isWanted));
}

/** SHA-256 over relative names and contents, so that a new time stamp alone changes nothing. */
export function contentHash(root, paths, isWanted) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(join(root, path), isWanted))) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file).split(sep).join('/')}\0${content.length}\0`);
    hash.update(content);
  }
  return hash.digest('hex');
}

/** Names and sizes of what a step wrote: what its stamp is held against on the next run. */
function written(folders) {
  return folders.flatMap((folder) =>
    filesBelow(folder).map((file) => [relative(folder, file), statSync(file).size]),
  );
}

/** True when the stamp was made from these inputs and every file it speaks of is there, whole. */
export function isStampFresh(stampFile, inputs, outputFolders) {
  try {
    const stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
    const files = written(outputFolders);
    return (
      stamp.inputs === inputs &&
      files.length > 0 &&
      JSON.stringify(stamp.files) === JSON.stringify(files)
    );
  } catch {
    return false;
  }
}

/** Taken away before a step touches its outputs, so that an interrupted step is due again. */
export function removeStamp(stampFile) {
  rmSync(stampFile, { force: true });
}

/** Written last: the step is complete. */
export function writeStamp(stampFile, inputs, outputFolders) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, JSON.stringify({ inputs, files: written(outputFolders) }));
}
