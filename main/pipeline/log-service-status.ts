import type { EventLog } from '../event-log';
import { sayEvent } from '../contract/event-sentences';
import type { ServiceName, ServiceStatus } from '../contract/service';

/** Writes into the event log what a person must know of a service: its loss, restart and failure. */
export function logServiceStatus(
  log: EventLog,
  service: ServiceName,
): (status: ServiceStatus) => void {
  let isRecovering = false;
  return (status) => {
    switch (status.state) {
      case 'backingOff': {
        isRecovering = true;
        const seconds = Math.max(0, Math.round((status.untilMs - Date.now()) / 1000));
        return log.error(service, sayEvent('serviceEnded', { seconds }, status.failure));
      }
      case 'running':
        if (isRecovering) log.info(service, sayEvent('serviceRunsAgain', { pid: status.pid }));
        isRecovering = false;
        return;
      case 'failed':
        isRecovering = false;
        return log.error(service, sayEvent('serviceFailed', {}, status.failure));
      case 'stopped':
        isRecovering = false;
        return;
      default:
        return;
    }
  };
}
