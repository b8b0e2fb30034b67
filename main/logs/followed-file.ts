import { open, stat, type FileHandle } from 'node:fs/promises';

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

  /** New lines; at the first reading about the newest `mostLines`. A missing file has no lines. */
  async read(mostLines: number): Promise<WrittenLines> {
    const state = await stat(this.path).catch(() => null);
    if (!state) {
      const beginsAnew = this.position !== null;
      this.position = null;
      return { lines: [], beginsAnew, writtenAtMs: null };
    }
    const writtenAtMs = state.mtimeMs;
    const known = this.position;
    if (known && known.inode === state.ino && state.size >= known.offset)
      return { lines: await this.readNewest(known.offset), beginsAnew: false, writtenAtMs };
    const rest = known && known.inode !== state.ino ? await this.readRotated(known) : null;
    if (rest) {
      const lines = [...rest, ...(await this.readNewest(0))];
      return { lines, beginsAnew: false, writtenAtMs };
    }
    let lines = await this.readNewest(Math.max(0, state.size - mostBytes));
    for (let number = 1; number <= rotatedFiles && lines.length < mostLines; number++) {
      const older = await readLines(`${this.path}.${number}`, 0).catch(() => null);
      if (!older) break;
      lines = [...older.lines, ...lines];
    }
    return { lines: lines.slice(-mostLines), beginsAnew: known !== null, writtenAtMs };
  }

  private async readNewest(offset: number): Promise<string[]> {
    const read = await readLines(this.path, offset).catch(() => null);
    if (!read) return [];
    this.position = { inode: read.inode, offset: read.endOffset };
    return read.lines;
  }

  /** What was added to the known file before it was moved aside; null when it was moved further. */
  private async readRotated(known: { inode: number; offset: number }): Promise<string[] | null> {
    const read = await readLines(`${this.path}.1`, known.offset).catch(() => null);
    return read?.inode === known.inode ? read.lines : null;
  }
}

/** Complete lines from an offset on; a last line without its end is left for the next time. */
async function readLines(path: string, offset: number) {
  const file: FileHandle = await open(path, 'r');
  try {
    const { ino, size } = await file.stat();
    const bytes = Buffer.alloc(Math.max(0, size - offset));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, offset);
    const end = bytes.subarray(0, bytesRead).lastIndexOf(0x0a) + 1;
    const text = bytes.toString('utf8', 0, end);
    const lines = text === '' ? [] : text.slice(0, -1).split(/\r?\n/);
    return { inode: ino, endOffset: offset + end, lines };
  } finally {
    await file.close();
  }
}
