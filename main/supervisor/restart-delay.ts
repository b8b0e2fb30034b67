const firstDelayMs = 1_000;
const longestDelayMs = 30_000;
const mostRestarts = 5;
const withinMs = 120_000;

/**
 * Delay before the next restart: 1 s, 2 s, 4 s … at most 30 s; null = give up, after five restarts
 * within two minutes (floor.md S1-19). `restartsAtMs`: when earlier restarts were, oldest first.
 */
export function restartDelayMs(restartsAtMs: readonly number[], nowMs: number): number | null {
  const recent = restartsAtMs.filter((atMs) => nowMs - atMs < withinMs).length;
  return recent >= mostRestarts ? null : Math.min(longestDelayMs, firstDelayMs * 2 ** recent);
}
