import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isAlive } from './live-process';

const partExtension = '.part';
const lockedRetryMs = 10_000;
const lockedPauseMs = 250;

/** Parts that exports of this process are writing. */
const ownParts = new Set<string>();

/**
 * Where files are written before they take their place: on the same volume as the target, so that
 * one rename shows a reader the old file or the new one, never a part of it (E-24).
 */
export class PartialFolder {
  private constructor(readonly folder: string) {}

  /** Makes the folder and removes what dead processes left in it (E-25). */
  static async open(folder: string): Promise<PartialFolder> {
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder)) {
      const pid = Number(/^(\d+)-[0-9a-f]+\.part$/.exec(name)?.[1]);
      const file = join(folder, name);
      const isLeft = pid === process.pid ? !ownParts.has(file) : !isAlive(pid);
      if (pid > 0 && isLeft) await rm(file, { force: true });
    }
    return new PartialFolder(folder);
  }

  /** A name for a new part; it tells whose it is. */
  newPart(): string {
    const name = `${process.pid}-${randomBytes(6).toString('hex')}${partExtension}`;
    const file = join(this.folder, name);
    ownParts.add(file);
    return file;
  }

  async remove(part: string): Promise<void> {
    ownParts.delete(part);
    await rm(part, { force: true }).catch(() => undefined);
  }

  /** Keeps a part that failed its check, beside the reason; returns where. */
  async keepFailed(part: string, reason: string): Promise<string> {
    const kept = part.replace(/\.part$/, '.failed');
    await rename(part, kept);
    ownParts.delete(part);
    await writeFile(`${kept}.txt`, `${reason}\n`);
    return kept;
  }

  /**
   * Renames a finished part over its target. A target that another program holds open (Windows) is
   * tried for 10 s; then the file is kept as `<name>.new-<HHmmss>.<extension>` in `besides`, and that
   * path is returned; null when the target was replaced (E-26).
   */
  async publish(
    part: string,
    target: string,
    besides: string,
    { retryMs = lockedRetryMs }: { retryMs?: number } = {},
  ): Promise<string | null> {
    const deadlineMs = performance.now() + retryMs;
    for (;;) {
      try {
        await rename(part, target);
        break;
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? '';
        if (!/^(EPERM|EBUSY|EACCES|ETXTBSY)$/.test(code)) throw error;
        if (performance.now() >= deadlineMs) {
          const time = new Date().toISOString().slice(11, 19).replaceAll(':', '');
          const kept = join(besides, basename(target).replace(/(\.\w+)$/, `.new-${time}$1`));
          await rename(part, kept);
          ownParts.delete(part);
          return kept;
        }
        await new Promise((resolve) => setTimeout(resolve, lockedPauseMs));
      }
    }
    ownParts.delete(part);
    await flush(dirname(target));
    return null;
  }

  /** Removes the folder when nothing is left in it. */
  async close(): Promise<void> {
    await rmdir(this.folder).catch(() => undefined);
  }
}

/** Makes sure that a file's bytes, or a folder's names, are on the disk. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => null);
  // Windows opens no folder; what it renames it writes itself.
  if (handle === null) return;
  try {
    await handle.sync();
  } catch (error) {
    if (!/^(EPERM|EINVAL|EISDIR|EBADF)$/.test((error as NodeJS.ErrnoException).code ?? '')) {
      throw error;
    }
  } finally {
    await handle.close();
  }
}
