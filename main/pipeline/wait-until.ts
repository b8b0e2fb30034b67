import { setTimeout as delay } from 'node:timers/promises';
import { failed } from '../contract/failure';

/**
 * Looks every `intervalMs` until `isSo` holds; `onDeadline` makes the error when it does not within
 * `deadlineMs`; an abort ends the wait with `REQUEST_CANCELLED`.
 */
export async function waitUntil(
  isSo: () => boolean | Promise<boolean>,
  options: {
    intervalMs: number;
    deadlineMs: number;
    signal: AbortSignal;
    onDeadline: () => Error;
  },
): Promise<void> {
  const endMs = Date.now() + options.deadlineMs;
  while (!(await isSo())) {
    if (options.signal.aborted) throw failed('REQUEST_CANCELLED', { request: 'Start' });
    if (Date.now() > endMs) throw options.onDeadline();
    await delay(options.intervalMs);
  }
}
