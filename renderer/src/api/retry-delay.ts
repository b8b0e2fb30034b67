/** Waiting time before reconnection attempt 1, 2, 3 …: 1, 2, 4, 8, then 10 s. */
export function retryDelayMs(attempt: number): number {
  return Math.min(1000 * 2 ** Math.max(0, attempt - 1), 10_000);
}
