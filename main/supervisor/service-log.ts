import { basename, dirname } from 'node:path';
import { createStream, type RotatingFileStream } from 'rotating-file-stream';

const keptLines = 200;

/**
 * The log of one service: a rotating file (10 MB, five old ones) with the time before each line,
 * and the newest 200 lines in memory for failure messages.
 */
export class ServiceLog {
  private readonly ring: string[] = [];
  private readonly file: RotatingFileStream;
  private isClosed = false;

  constructor(path: string) {
    this.file = createStream(basename(path), {
      path: dirname(path),
      size: '10M',
      maxFiles: 5,
      mode: 0o600,
    });
    // A full disk must not end the app: the newest lines stay in memory.
    this.file.on('error', () => undefined);
  }

  write(line: string): void {
    this.ring.push(line);
    if (this.ring.length > keptLines) this.ring.shift();
    if (!this.isClosed) this.file.write(`${new Date().toISOString()} ${line}\n`);
  }

  /** The newest lines, oldest first. */
  lastLines(count: number): string[] {
    return this.ring.slice(-count);
  }

  close(): Promise<void> {
    if (this.isClosed) return Promise.resolve();
    this.isClosed = true;
    return new Promise((resolve) => this.file.end(() => resolve()));
  }
}
