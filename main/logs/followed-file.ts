import { open, type FileHandle } from 'node:fs/promises';

/** Rotated files beside the newest, `x.log.1` … `x.log.4` (see the supervisor's service log). */
const rotatedFiles = 4;
/** A file that nobody rotates is read from here on before its end. */
const mostBytes = 20 * 1024 * 1024;

/** What was written since the last reading. */
export interface WrittenLines {
  /** Complete lines, oldest first. */
  readonly lines: readonly string[];
  /** True when what was read before is gone: the file was emptied, removed or moved too far. */
  readonly beginsAnew: boolean;
  /** When the newest file was last written, epoch milliseconds; null when there is none. */
  readonly writtenAtMs: number | null;
}

/** A log file that is read from its newest lines on, through rotation and emptying. */
export class FollowedFile {
  private position: { inode: number; offset: number } | null = null;

  constructor(private readonly path: string) {}

  /**
   * New lines; at the first reading about the newest `mostLines`. A missing file has no lines: in
   * the midst of a rotation it is there again a moment later.
   */
  async read(mostLines: number): Promise<WrittenLines> {
    // One open file for all questions: by its path it may be another one a moment later.
    const file = await open(this.path, 'r').catch(() => null);
    if (!file) return { lines: [], beginsAnew: false, writtenAtMs: null };
    try {
      const { ino, size, mtimeMs: writtenAtMs } = await file.stat();
      const known = this.position;
      if (known?.inode === ino && size >= known.offset)
        return { lines: await this.take(file, known.offset), beginsAnew: false, writtenAtMs };
      const rest = known && known.inode !== ino ? await this.readRotated(known) : null;
      if (rest) {
        const lines = [...rest, ...(await this.take(file, 0))];
        return { lines, beginsAnew: false, writtenAtMs };
      }
      let lines = await this.take(file, Math.max(0, size - mostBytes));
      for (let number = 1; number <= rotatedFiles && lines.length < mostLines; number++) {
        const older = await readWhole(`${this.path}.${number}`, 0).catch(() => null);
        if (!older) break;
        lines = [...older.lines, ...lines];
      }
      return { lines: lines.slice(-mostLines), beginsAnew: known !== null, writtenAtMs };
    } finally {
      await file.close();
    }
  }

  private async take(file: FileHandle, offset: number): Promise<string[]> {
    const { inode, endOffset, lines } = await readLines(file, offset);
    this.position = { inode, offset: endOffset };
    return lines;
  }

  /** What was added to the known file before it was moved aside; null when it was moved further. */
  private async readRotated(known: { inode: number; offset: number }): Promise<string[] | null> {
    const read = await readWhole(`${this.path}.1`, known.offset).catch(() => null);
    return read?.inode === known.inode ? read.lines : null;
  }
}

async function readWhole(path: string, offset: number) {
  const file = await open(path, 'r');
  try {
    return await readLines(file, offset);
  } finally {
    await file.close();
  }
}

/** Complete lines from an offset on; a last line without its end is left for the next time. */
async function readLines(file: FileHandle, offset: number) {
  const { ino, size } = await file.stat();
  const bytes = Buffer.alloc(Math.max(0, size - offset));
  const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
  const end = bytes.subarray(0, bytesRead).lastIndexOf(0x0a) + 1;
  const text = bytes.toString('utf8', 0, end);
  const lines = text === '' ? [] : text.slice(0, -1).split(/\r?\n/);
  return { inode: ino, endOffset: offset + end, lines };
}
