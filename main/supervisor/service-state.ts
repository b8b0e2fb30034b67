import type { Failure } from '../contract/failure';
import type { ServiceStatus } from '../contract/service';

/** What happens to a service. `atMs`, `untilMs`: epoch milliseconds. */
export type ServiceEvent =
  | { type: 'start'; atMs: number }
  | { type: 'ready'; pid: number; atMs: number }
  /** The process ended by itself; `restartAtMs` null = it is not started again. */
  | { type: 'exited'; failure: Failure; attempt: number; restartAtMs: number | null }
  /** It could not be started, or did not become ready, and has been ended. */
  | { type: 'gaveUp'; failure: Failure }
  | { type: 'restart'; attempt: number; atMs: number }
  | { type: 'stop'; atMs: number }
  /** The process that was asked to stop has ended, however. */
  | { type: 'ended' };

/**
 * The next status of a service: pure. An event that makes no sense in a state leaves it unchanged.
 * A first start that ends at once fails at once, with its log lines, rather than after half a minute
 * of tries; a service that has run is started again with growing delay.
 */
export function transition(status: ServiceStatus, event: ServiceEvent): ServiceStatus {
  switch (event.type) {
    case 'start':
      return status.state === 'stopped' || status.state === 'failed'
        ? { state: 'starting', attempt: 1, sinceMs: event.atMs }
        : status;
    case 'ready':
      return status.state === 'starting'
        ? { state: 'running', pid: event.pid, sinceMs: event.atMs }
        : status;
    case 'exited': {
      if (status.state === 'stopping') return { state: 'stopped' };
      if (status.state !== 'starting' && status.state !== 'running') return status;
      const { failure, attempt, restartAtMs } = event;
      return restartAtMs === null
        ? { state: 'failed', failure }
        : { state: 'backingOff', attempt, untilMs: restartAtMs, failure };
    }
    case 'gaveUp':
      return status.state === 'starting' ? { state: 'failed', failure: event.failure } : status;
    case 'restart':
      return status.state === 'backingOff'
        ? { state: 'starting', attempt: event.attempt, sinceMs: event.atMs }
        : status;
    case 'stop':
      if (status.state === 'starting' || status.state === 'running') {
        return { state: 'stopping', sinceMs: event.atMs };
      }
      return status.state === 'stopping' ? status : { state: 'stopped' };
    case 'ended':
      return status.state === 'stopping' ? { state: 'stopped' } : status;
  }
}
