/**
 * Says how many events are due: a pure pace-keeper. A changed rate starts a new stretch, so that
 * nothing is sent twice or skipped; after a stall at most `maxBacklogMs` of events are made up for,
 * and a clock that is set back stops it for no longer.
 */
export class SendSchedule {
  private stretchStartMs: number;
  private emitted = 0;

  constructor(
    private ratePerSecond: number,
    startMs: number,
    private readonly maxBacklogMs = 5_000,
  ) {
    this.stretchStartMs = startMs;
  }

  get rate(): number {
    return this.ratePerSecond;
  }

  setRate(ratePerSecond: number, nowMs: number): void {
    this.ratePerSecond = ratePerSecond;
    this.restart(nowMs);
  }

  /** Forgets what was due, e.g. after a pause. */
  restart(nowMs: number): void {
    this.stretchStartMs = nowMs;
    this.emitted = 0;
  }

  /** Takes up to `most` due events; returns their event times in microseconds, oldest first. */
  take(nowMs: number, most: number): number[] {
    const intervalMs = 1000 / this.ratePerSecond;
    if (nowMs - this.nextDueMs() > this.maxBacklogMs) this.restart(nowMs - this.maxBacklogMs);
    const wasSetBack = this.nextDueMs() - nowMs > intervalMs + this.maxBacklogMs;
    if (wasSetBack) this.restart(nowMs);
    const due = Math.floor((nowMs - this.stretchStartMs) / intervalMs) - this.emitted;
    const count = Math.max(0, Math.min(due, most));
    const times = Array.from({ length: count }, (_, index) =>
      Math.round((this.stretchStartMs + (this.emitted + index + 1) * intervalMs) * 1000),
    );
    this.emitted += count;
    return times;
  }

  /** So many of those taken last were not sent: they stay due. */
  giveBack(count: number): void {
    this.emitted = Math.max(0, this.emitted - count);
  }

  /** When the next event is due, epoch milliseconds. */
  nextDueMs(): number {
    return this.stretchStartMs + ((this.emitted + 1) * 1000) / this.ratePerSecond;
  }
}
