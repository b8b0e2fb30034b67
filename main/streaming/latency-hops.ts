import type { LatencyBudget } from '../contract/latency-budget';
import type { BatchLine } from '../contract/streaming';
import { LatencyWindow } from './latency-window';

/** The job's parts between the Bronze and the Silver commit, one after the other. */
const toSilver = ['findDuplicates', 'rejected', 'duplicates', 'silver'];
/** And between the Silver commit and that of the last aggregate. */
const toGold = ['journal', 'aggregates', 'eventIds'];

/**
 * Where records spend their time on the way through a micro-batch, over the last minute. A batch
 * says how old its records are when its last aggregate is committed; all of them left Bronze and
 * Silver together, so their age at those commits is that less the parts that came after.
 */
export class LatencyHops {
  private readonly bronze = new LatencyWindow();
  private readonly silver = new LatencyWindow();
  private readonly gold = new LatencyWindow();

  /** A replayed batch was late for a reason of its own, and one without records has no ages. */
  add({ atMs, rows, latencyMs, durationMs, replayed }: BatchLine): void {
    if (replayed || latencyMs.length === 0) return;
    const sum = (parts: readonly string[]) =>
      parts.reduce((total, part) => total + (durationMs[part] ?? 0), 0);
    const [silverMs, goldMs] = [sum(toSilver), sum(toGold)];
    const ages = latencyMs.map((ageMs) => Math.max(0, ageMs - silverMs - goldMs));
    this.bronze.add(atMs, rows.input, ages);
    this.silver.add(atMs, rows.input, [silverMs]);
    this.gold.add(atMs, rows.input, [goldMs]);
  }

  clear(): void {
    for (const window of [this.bronze, this.silver, this.gold]) window.clear();
  }

  read(nowMs: number): Omit<LatencyBudget['hops'], 'broker'> {
    return {
      bronze: this.bronze.read(nowMs),
      silver: this.silver.read(nowMs),
      gold: this.gold.read(nowMs),
    };
  }
}
