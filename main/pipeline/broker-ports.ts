import { sayEvent } from '../contract/event-sentences';
import type { EventLog } from '../event-log';
import { findFreePorts } from '../supervisor/is-port-free';
import { choosePorts as chooseUsual, type ChosenPorts } from '../supervisor/ports';

/** The usual ports of the broker or the next free ones; the event log tells when they had to move. */
export async function choosePorts(log: EventLog): Promise<ChosenPorts> {
  const ports = await chooseUsual();
  const { port, moved } = ports;
  if (moved !== null) {
    const { busyPort, holder } = moved;
    const known = holder && { busyPort, port, program: holder.program, pid: holder.pid };
    log.warning(
      'broker',
      known ? sayEvent('portHeld', known) : sayEvent('portHeldByAnother', { busyPort, port }),
    );
  }
  return ports;
}

/** Two ports of the system's choice, for a broker that nobody needs to find. */
export async function anyPorts(): Promise<ChosenPorts> {
  const [port = 0, controllerPort = 0] = await findFreePorts(2);
  return { port, controllerPort, moved: null };
}
