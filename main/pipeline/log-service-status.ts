import type { EventLog } from '../event-log';
import { describeFailure } from '../contract/describe-failure';
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
        const { message } = describeFailure(status.failure);
        const seconds = Math.max(0, Math.round((status.untilMs - Date.now()) / 1000));
        return log.warning(service, `Ended by itself. ${message} Starts again in ${seconds} s.`);
      }
      case 'running':
        if (isRecovering) log.info(service, `Runs again (pid ${status.pid}).`);
        isRecovering = false;
        return;
      case 'failed': {
        isRecovering = false;
        const { title, fix } = describeFailure(status.failure);
        return log.error(service, `${title}. ${fix}`);
      }
      case 'stopped':
        isRecovering = false;
        return;
      default:
        return;
    }
  };
}
