/** All limits of the alerts, settings `alerts.<name>`; durations in milliseconds. */
export interface AlertLimits {
  readonly lagRecords: number;
  readonly lagSeconds: number;
  readonly lagHoldMs: number;
  /** The newest Bronze row may be this many triggers old, and so much more. */
  readonly stalenessTriggers: number;
  readonly stalenessGraceMs: number;
  readonly latencyP95Ms: number;
  readonly latencyHoldMs: number;
  /** Of the newest micro-batch, its `addBatch`; watched for the packs whose latency is. */
  readonly batchTimeMs: number;
  readonly batchTimeHoldMs: number;
  /** The latency is promised to packs with a trigger no longer than this. */
  readonly latencyTriggerMs: number;
  readonly revenueDropShare: number;
  readonly revenueDropWindows: number;
  readonly revenueDeviations: number;
  readonly revenueAnomalyWindows: number;
  readonly rejectedShare: number;
  readonly rejectedRecords: number;
  readonly diskLowBytes: number;
  readonly diskFullBytes: number;
}

/** The defaults of floor.md 7.5, and of 14.1 for the time of a batch. */
export const defaultLimits: AlertLimits = {
  lagRecords: 1_000,
  lagSeconds: 30,
  lagHoldMs: 30_000,
  stalenessTriggers: 5,
  stalenessGraceMs: 10_000,
  latencyP95Ms: 3_000,
  latencyHoldMs: 60_000,
  batchTimeMs: 1_000,
  batchTimeHoldMs: 60_000,
  latencyTriggerMs: 2_000,
  revenueDropShare: 0.5,
  revenueDropWindows: 12,
  revenueDeviations: 3,
  revenueAnomalyWindows: 24,
  rejectedShare: 0.01,
  rejectedRecords: 1_000,
  diskLowBytes: 2 * 1024 ** 3,
  diskFullBytes: 500 * 1024 ** 2,
};
