import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Bytes of records of each topic in the storage of a broker on this machine: its `.log` segments, as
 * the index files beside them are allocated ahead. Empty where the folder cannot be read.
 */
export async function readTopicSizes(storageFolder: string): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  const folders = await readdir(storageFolder).catch(() => []);
  await Promise.all(
    folders.map(async (folder) => {
      const topic = /^(.+)-\d+$/.exec(folder)?.[1];
      if (!topic) return;
      const files = await readdir(join(storageFolder, folder)).catch(() => []);
      const segments = files.filter((file) => file.endsWith('.log'));
      // A segment may be removed between listing and asking.
      const states = await Promise.all(
        segments.map((file) => stat(join(storageFolder, folder, file)).catch(() => null)),
      );
      const bytes = states.reduce((sum, state) => sum + (state?.size ?? 0), 0);
      sizes.set(topic, (sizes.get(topic) ?? 0) + bytes);
    }),
  );
  return sizes;
}
