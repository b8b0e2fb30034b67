/** The measured rate is that of the last ten seconds. */
const windowMs = 10_000;

/** How many records a second were acknowledged of late. */
export class SentRate {
  private window: { atMs: number; count: number }[] = [];
  private startedAtMs = 0;

  /** The producer began to send. */
  start(nowMs: number): void {
    this.startedAtMs = nowMs;
  }

  note(nowMs: number, count: number): void {
    this.window.push({ atMs: nowMs, count });
  }

  perSecond(nowMs: number): number {
    this.window = this.window.filter((sent) => nowMs - sent.atMs < windowMs);
    const count = this.window.reduce((sum, sent) => sum + sent.count, 0);
    const spanMs = Math.min(windowMs, Math.max(1_000, nowMs - this.startedAtMs));
    return (count * 1000) / spanMs;
  }
}
