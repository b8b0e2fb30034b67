import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const keptLines = 100;

/** A line that became no event. */
export interface BadLine {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** Counts bad lines, keeps the first hundred, and writes all into a file made at the first. */
export class BadLines {
  count = 0;
  readonly first: BadLine[] = [];
  private descriptor: number | null = null;

  constructor(private readonly logFile: string) {}

  add(bad: BadLine): void {
    this.count += 1;
    if (this.first.length < keptLines) this.first.push(bad);
    if (this.descriptor === null) {
      mkdirSync(dirname(this.logFile), { recursive: true });
      this.descriptor = openSync(this.logFile, 'w');
    }
    writeSync(this.descriptor, `${bad.file}:${bad.line}: ${bad.reason}\n`);
  }

  close(): void {
    if (this.descriptor !== null) closeSync(this.descriptor);
    this.descriptor = null;
  }
}
