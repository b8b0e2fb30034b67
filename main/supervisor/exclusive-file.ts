import { randomUUID } from 'node:crypto';
import { link, rename, rm, writeFile } from 'node:fs/promises';

/** File systems without hard links (FAT, some shares) answer one of these. */
const noLinks = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'];
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';

/**
 * Makes a file that must not be there yet; false when it is. A link is made whole or not at all, so
 * nobody reads half of it; without links a reader may meet it empty for a moment.
 */
export async function createExclusively(file: string, text: string): Promise<boolean> {
  const part = await writePart(file, text);
  try {
    await link(part, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (!noLinks.includes(codeOf(error))) throw error;
  } finally {
    await rm(part, { force: true });
  }
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Puts another text in the place of a file's; a reader sees the old or the new one, whole. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const part = await writePart(file, text);
  try {
    await rename(part, file);
  } finally {
    await rm(part, { force: true });
  }
}

async function writePart(file: string, text: string): Promise<string> {
  const part = `${file}.${randomUUID()}.part`;
  await writeFile(part, text, { flag: 'wx', mode: 0o600 });
  return part;
}
