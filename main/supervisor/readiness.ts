import { setTimeout as delay } from 'node:timers/promises';
import { FailureError, type Failure } from '../contract/failure';
import type { ReadinessProbe } from './service-spec';

/**
 * How the wait for readiness ended. `late`: no proof before the deadline, `reason` is what the
 * probe said last. `hopeless`: the probe met a failure that waiting does not mend.
 */
export type Readiness =
  | { readonly kind: 'ready' }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'late'; readonly reason: string }
  | { readonly kind: 'hopeless'; readonly failure: Failure };

/** A probe that has not answered by then is left alone and asked anew. */
const probeDeadlineMs = 5_000;

/**
 * Asks `probe` until it resolves. An error means "not yet", but for a `FailureError`, which is final
 * unless its code ends in `_NOT_READY`: a foreign broker on our port stays one. Never rejects, and
 * ends at the deadline or the abort also when the probe heeds neither. The deadline counts from the
 * start, or from when the service last told of work on the way.
 */
export async function waitUntilReady(
  probe: ReadinessProbe,
  { deadlineMs, intervalMs, signal, workedAtMs }: WaitOptions,
): Promise<Readiness> {
  const end = endOfWait(deadlineMs, signal, workedAtMs);
  let reason = 'no answer yet';
  try {
    while (!end.signal.aborted) {
      const answer = await ask(probe, Math.min(probeDeadlineMs, deadlineMs), end.signal);
      if (answer === 'ready') return { kind: 'ready' };
      if (isFinal(answer)) return { kind: 'hopeless', failure: answer.failure };
      if (answer !== null) reason = answer instanceof Error ? answer.message : String(answer);
      await delay(intervalMs, undefined, { signal: end.signal }).catch(() => undefined);
    }
  } finally {
    end.clear();
  }
  return signal.aborted ? { kind: 'aborted' } : { kind: 'late', reason };
}

interface WaitOptions {
  readonly deadlineMs: number;
  readonly intervalMs: number;
  readonly signal: AbortSignal;
  readonly workedAtMs?: () => number | null;
}

function isFinal(answer: unknown): answer is FailureError {
  return answer instanceof FailureError && !answer.failure.code.endsWith('_NOT_READY');
}

/** One signal that is aborted by the caller's or by the deadline, whichever is first. */
function endOfWait(deadlineMs: number, signal: AbortSignal, workedAtMs?: () => number | null) {
  const end = new AbortController();
  const abort = () => end.abort();
  const startMs = Date.now();
  const look = () => {
    const leftMs = Math.max(startMs, workedAtMs?.() ?? 0) + deadlineMs - Date.now();
    if (leftMs <= 0) abort();
    else timer = setTimeout(look, leftMs);
  };
  let timer = setTimeout(look, deadlineMs);
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  const clear = () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  };
  return { signal: end.signal, clear };
}

/** `'ready'`, what the probe has thrown, or null when it was given up. */
async function ask(probe: ReadinessProbe, limitMs: number, signal: AbortSignal): Promise<unknown> {
  const limit = endOfWait(limitMs, signal);
  const givenUp = new Promise<null>((resolve) => {
    limit.signal.addEventListener('abort', () => resolve(null));
  });
  try {
    const answer = Promise.resolve()
      .then(() => probe(limit.signal))
      .then(
        () => 'ready',
        (error: unknown) => error ?? new Error('not ready'),
      );
    return await Promise.race([answer, givenUp]);
  } finally {
    limit.clear();
  }
}
