import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Files and bytes below a folder that is being written; what vanishes meanwhile is not counted. */
export async function measureFolder(folder) {
  const total = { files: 0, sizeBytes: 0 };
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const below = await measureFolder(path);
      total.files += below.files;
      total.sizeBytes += below.sizeBytes;
    } else {
      total.files += 1;
      total.sizeBytes += (await lstat(path).catch(() => ({ size: 0 }))).size;
    }
  }
  return total;
}

/** `1 jar, 0.4 MB` or `46 jars, 44.1 MB`. */
export function amountText({ files, sizeBytes }, noun = 'file') {
  return `${files} ${noun}${files === 1 ? '' : 's'}, ${(sizeBytes / 1e6).toFixed(1)} MB`;
}
