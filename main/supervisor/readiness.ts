import { setTimeout as delay } from 'node:timers/promises';
import type { ServiceSpec } from './service-spec';

/**
 * Asks the probe until it answers. Resolves with null when ready, with the reason of the last
 * refusal when the deadline has passed; rejects when `signal` aborts.
 */
export async function waitUntilReady(
  { probe, intervalMs, deadlineMs }: ServiceSpec['readiness'],
  signal: AbortSignal,
): Promise<string | null> {
  const endMs = Date.now() + deadlineMs;
  for (;;) {
    signal.throwIfAborted();
    try {
      await probe(signal);
      signal.throwIfAborted();
      return null;
    } catch (error) {
      signal.throwIfAborted();
      if (Date.now() >= endMs) return error instanceof Error ? error.message : String(error);
    }
    await delay(intervalMs, undefined, { signal });
  }
}
