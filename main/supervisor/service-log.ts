import { once } from 'node:events';
import { basename, dirname } from 'node:path';
import { createStream, type RotatingFileStream } from 'rotating-file-stream';

const keptLines = 200;

export interface ServiceLogOptions {
  /** A file that has reached this size is moved aside; 10 MB by default. */
  readonly fileSizeBytes?: number;
  /** After the disk refused a line the file is tried again no sooner than this; 10 s by default. */
  readonly reopenAfterMs?: number;
}

/**
 * The log of one service: a rotating file (five of 10 MB: `x.log`, then `x.log.1` … `x.log.4`, the
 * oldest last) with the time before each line, and the newest 200 lines in memory for failures.
 * A disk that cannot be written costs lines of the file, never the service or the app.
 */
export class ServiceLog {
  private readonly ring: string[] = [];
  private count = 0;
  private file: RotatingFileStream | null = null;
  private reopenAtMs = 0;
  private isClosed = false;

  constructor(
    private readonly path: string,
    private readonly options: ServiceLogOptions = {},
  ) {}

  /** How many lines were ever written: a mark for `linesSince`. */
  get lineCount(): number {
    return this.count;
  }

  /** Adds lines, all with the present time. Lines after `close` stay in memory. */
  write(...lines: string[]): void {
    if (lines.length === 0) return;
    this.count += lines.length;
    this.ring.push(...lines.slice(-keptLines));
    this.ring.splice(0, this.ring.length - keptLines);
    this.append(lines);
  }

  /** A remark of the supervisor: in the file alone, as it is nothing that the service said. */
  note(text: string): void {
    this.append([`[supervisor] ${text}`]);
  }

  /** The newest lines, at most `most`, oldest first. */
  lastLines(most: number): string[] {
    return most > 0 ? this.ring.slice(-most) : [];
  }

  /** Those of the newest lines that were written after `lineCount` was `mark`. */
  linesSince(mark: number, most: number): string[] {
    return this.lastLines(Math.min(most, this.count - mark));
  }

  /** Resolves once the file has taken what was written; whoever floods waits for the disk. */
  async whenWritable(): Promise<void> {
    const file = this.file;
    if (!file?.writableNeedDrain) return;
    const settled = new AbortController();
    const { signal } = settled;
    // An error closes the file: then there is nothing to wait for.
    const ends = [once(file, 'drain', { signal }), once(file, 'close', { signal })];
    await Promise.race(ends).catch(() => undefined);
    for (const end of ends) end.catch(() => undefined);
    settled.abort();
  }

  /** Resolves when all lines are in the file. */
  async close(): Promise<void> {
    this.isClosed = true;
    const file = this.file;
    this.file = null;
    if (!file || file.destroyed) return;
    const closed = once(file, 'close').catch(() => undefined);
    file.end();
    await closed;
  }

  private append(lines: readonly string[]): void {
    if (this.isClosed) return;
    this.file ??= this.open();
    const time = new Date().toISOString();
    this.file?.write(lines.map((line) => `${time} ${line}\n`).join(''));
  }

  private open(): RotatingFileStream | null {
    if (Date.now() < this.reopenAtMs) return null;
    const file = createStream(basename(this.path), {
      path: dirname(this.path),
      size: `${this.options.fileSizeBytes ?? 10 * 1024 * 1024}B`,
      rotate: 4,
      mode: 0o600,
    });
    file.on('error', () => {
      this.reopenAtMs = Date.now() + (this.options.reopenAfterMs ?? 10_000);
      if (Object.is(this.file, file)) this.file = null;
    });
    return file;
  }
}
