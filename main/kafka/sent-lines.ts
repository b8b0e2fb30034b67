const windowMs = 1_000;
const linesPerWindow = 5;

/**
 * The log's one line for each record that was sent (floor.md S0-8), as long as a person can read
 * along: beyond five a second the others are counted in a line of their own, so that a high rate
 * does not drive everything else out of the log.
 */
export class SentLines {
  private windowStartMs = -Infinity;
  private written = 0;
  private left = 0;

  constructor(private readonly write: (line: string) => void) {}

  note(nowMs: number, lines: readonly string[]): void {
    // A clock that was set back begins a new second too.
    if (Math.abs(nowMs - this.windowStartMs) >= windowMs) {
      this.flush();
      this.windowStartMs = nowMs;
    }
    const shown = lines.slice(0, linesPerWindow - this.written);
    shown.forEach((line) => this.write(line));
    this.written += shown.length;
    this.left += lines.length - shown.length;
  }

  /** Counts what had no line of its own, and begins anew. */
  flush(): void {
    if (this.left > 0) this.write(`${this.left} more records sent`);
    this.windowStartMs = -Infinity;
    this.written = 0;
    this.left = 0;
  }
}
