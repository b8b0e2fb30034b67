import { sayEvent } from '../contract/event-sentences';
import type { EventLog } from '../event-log';
import { findFreePorts } from '../supervisor/is-port-free';
import { choosePorts as chooseUsual, type ChosenPorts, type PortWish } from '../supervisor/ports';

/**
 * The port that a person has set; null: the usual ports of the broker or the next free ones, and the
 * event log tells when they had to move. Fails with `PORT_BUSY`.
 */
export async function choosePorts(log: EventLog, set: number | null): Promise<ChosenPorts> {
  const ports = await chooseUsual(wishOf(set));
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

/** A port that is set is the one that other tools are told: it is never changed. */
export const wishOf = (set: number | null): PortWish =>
  set === null ? {} : { preferred: set, isExplicit: true };

/** Two ports of the system's choice, for a broker that nobody needs to find. */
export async function anyPorts(): Promise<ChosenPorts> {
  const [port = 0, controllerPort = 0] = await findFreePorts(2);
  return { port, controllerPort, moved: null };
}
