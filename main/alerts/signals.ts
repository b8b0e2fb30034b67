/** What the rules look at, at one moment; null = not known now. */
export interface Signals {
  readonly nowMs: number;
  /** False while the pipeline is stopped: what it would do late is then no alert. */
  readonly isRunning: boolean;
  readonly isProducing: boolean;
  readonly triggerIntervalMs: number;
  readonly lagRecords: number | null;
  readonly lagSeconds: number | null;
  /** Since the newest Bronze row, or since the pipeline runs when none came yet. */
  readonly bronzeAgeMs: number | null;
  readonly latencyP95Ms: number | null;
  /** `addBatch` of the newest micro-batch; null when there was none in the last minute. */
  readonly batchMs: number | null;
  /** Revenue of the closed windows, oldest first. */
  readonly windowRevenues: readonly number[] | null;
  readonly checks: readonly {
    readonly check: string;
    readonly passed: boolean;
    readonly score: number;
    readonly threshold: number;
  }[];
  /** Of the last records; null before there are enough. */
  readonly rejectedShare: number | null;
  readonly freeBytes: number | null;
}
