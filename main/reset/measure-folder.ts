import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Files and bytes below a folder; 0 when it is not there. Links are not followed. */
export async function measureFolder(folder: string): Promise<{ files: number; sizeBytes: number }> {
  let files = 0;
  let sizeBytes = 0;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const below = await measureFolder(path);
      files += below.files;
      sizeBytes += below.sizeBytes;
    } else {
      files += 1;
      // A file that vanishes meanwhile weighs nothing.
      sizeBytes += await lstat(path).then(
        ({ size }) => size,
        () => 0,
      );
    }
  }
  return { files, sizeBytes };
}
