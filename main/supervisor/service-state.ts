import type { Failure } from '../contract/failure';
import type { ServiceStatus } from '../contract/service';

/** What can happen to a supervised service. All `…Ms` are epoch milliseconds. */
export type ServiceEvent =
  /** A person, or the pipeline, asked for it. */
  | { readonly kind: 'start'; readonly atMs: number }
  /** The readiness probe was answered. */
  | { readonly kind: 'ready'; readonly pid: number; readonly atMs: number }
  /** The child is gone, with its group; `retry*` say which attempt would follow and when. */
  | {
      readonly kind: 'exited';
      readonly failure: Failure;
      readonly retryAttempt: number;
      readonly retryAtMs: number;
    }
  /** Waiting cannot mend why it is not ready; it has been ended. */
  | { readonly kind: 'hopeless'; readonly failure: Failure }
  /** The child is gone and was started again too often already. */
  | { readonly kind: 'attemptsExhausted'; readonly failure: Failure }
  /** The delay before the next attempt is over. */
  | { readonly kind: 'timer'; readonly atMs: number }
  | { readonly kind: 'stop'; readonly atMs: number };

/**
 * The status after an event; an event that means nothing in a state leaves the very same status.
 * A failed first attempt ends as `failed`: whoever asked waits for the answer. Later attempts are
 * the supervisor's own and are repeated.
 */
export function transition(status: ServiceStatus, event: ServiceEvent): ServiceStatus {
  switch (status.state) {
    case 'stopped':
    case 'failed':
      return event.kind === 'start'
        ? { state: 'starting', attempt: 1, sinceMs: event.atMs }
        : status;
    case 'starting':
      if (event.kind === 'ready') return running(event);
      if (event.kind === 'hopeless') return { state: 'failed', failure: event.failure };
      if (event.kind === 'exited' && status.attempt === 1)
        return { state: 'failed', failure: event.failure };
      return afterLoss(status, event);
    case 'running':
      return afterLoss(status, event);
    case 'backingOff':
      if (event.kind === 'timer')
        return { state: 'starting', attempt: status.attempt, sinceMs: event.atMs };
      return event.kind === 'stop' ? { state: 'stopped' } : status;
    case 'stopping':
      // Any exit code: a JVM that SIGTERM has ended says 143.
      return event.kind === 'exited' ? { state: 'stopped' } : status;
  }
}

function running({ pid, atMs }: { pid: number; atMs: number }): ServiceStatus {
  return { state: 'running', pid, sinceMs: atMs };
}

/** What is common to `starting` and `running`: the child was lost, or is to be stopped. */
function afterLoss(status: ServiceStatus, event: ServiceEvent): ServiceStatus {
  switch (event.kind) {
    case 'exited':
      return {
        state: 'backingOff',
        attempt: event.retryAttempt,
        untilMs: event.retryAtMs,
        failure: event.failure,
      };
    case 'attemptsExhausted':
      return { state: 'failed', failure: event.failure };
    case 'stop':
      return { state: 'stopping', sinceMs: event.atMs };
    default:
      return status;
  }
}
