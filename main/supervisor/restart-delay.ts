/** How a service that ends by itself is started again. */
export interface RestartPolicy {
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** After so many restarts within `windowMs` the service is given up. */
  readonly mostRestarts: number;
  /** A service that ran as long starts to count anew. */
  readonly windowMs: number;
}

/** Five restarts within two minutes (floor.md S1-19), 1 s, 2 s, 4 s … and at most 30 s apart. */
export const usualRestartPolicy: RestartPolicy = {
  firstDelayMs: 1_000,
  longestDelayMs: 30_000,
  mostRestarts: 5,
  windowMs: 120_000,
};

/** What follows the loss of a child. */
export interface RestartPlan {
  readonly delayMs: number;
  /** Number of the attempt that would follow; the first start was attempt 1. */
  readonly attempt: number;
  /** How often the service was lost within the window, this time included. */
  readonly recentLosses: number;
  /** True when it is no accident any more: the service is not started again. */
  readonly isLast: boolean;
}

/**
 * The first delay, then twice as long each time up to the longest. `restartedAtMs`: the automatic
 * restarts so far, epoch milliseconds.
 */
export function planRestart(
  restartedAtMs: readonly number[],
  nowMs: number,
  policy: RestartPolicy = usualRestartPolicy,
): RestartPlan {
  const { firstDelayMs, longestDelayMs, mostRestarts, windowMs } = policy;
  const recent = restartedAtMs.filter((atMs) => nowMs - atMs < windowMs).length;
  return {
    delayMs: Math.min(firstDelayMs * 2 ** restartedAtMs.length, longestDelayMs),
    attempt: restartedAtMs.length + 2,
    recentLosses: recent + 1,
    isLast: recent >= mostRestarts,
  };
}
