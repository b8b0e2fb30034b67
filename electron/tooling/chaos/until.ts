import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits until `look` gives something, and returns that; `undefined` and an error mean not yet. Fails
 * after the deadline with what was waited for and the last error.
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined> | T | undefined,
  deadlineMs = 120_000,
): Promise<T> {
  const endMs = Date.now() + deadlineMs;
  let lastError = '';
  for (;;) {
    try {
      const found = await look();
      if (found !== undefined) return found;
      lastError = '';
    } catch (error) {
      lastError = `: ${(error as Error).message}`;
    }
    if (Date.now() > endMs) throw new Error(`not within ${deadlineMs} ms: ${what}${lastError}`);
    await delay(100);
  }
}
