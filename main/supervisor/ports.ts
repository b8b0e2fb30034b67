import { failed } from '../contract/failure';
import { isPortFree } from './is-port-free';
import { findPortHolder, type PortHolder } from './port-holder';

const usualPort = 9092;
const stepBetweenPorts = 100;
const mostSteps = 9;
const highestPort = 65_535;

export interface PortWish {
  /** The broker's port, 9092 by default; the controller's is the next higher one. */
  readonly preferred?: number;
  /** True when a person has set it: it is taken or fails, never changed. */
  readonly isExplicit?: boolean;
}

/** Free ports for broker and controller. */
export interface ChosenPorts {
  readonly port: number;
  readonly controllerPort: number;
  /** The busy port that made others be chosen; null when the preferred ones were free. */
  readonly moved: { readonly busyPort: number; readonly holder: PortHolder | null } | null;
}

/**
 * The preferred pair, or the next free one a hundred higher: 9192 and 9193, 9292 and 9293 … 9992.
 * `PORT_BUSY` names who holds the preferred port (pid and program null when it cannot be told).
 */
export async function choosePorts(wish: PortWish = {}): Promise<ChosenPorts> {
  const { preferred = usualPort, isExplicit = false } = wish;
  const preferredBusy = await findBusyPort(preferred);
  if (preferredBusy === null)
    return { port: preferred, controllerPort: preferred + 1, moved: null };
  const holder = await findPortHolder(preferredBusy);
  for (let step = 1; step <= mostSteps && !isExplicit; step++) {
    const port = preferred + step * stepBetweenPorts;
    if (port + 1 > highestPort) break;
    if ((await findBusyPort(port)) !== null) continue;
    const moved = { busyPort: preferredBusy, holder };
    return { port, controllerPort: port + 1, moved };
  }
  throw portBusy(preferredBusy, holder);
}

/** The first busy port of a pair; null when both are free. */
async function findBusyPort(port: number): Promise<number | null> {
  if (!(await isPortFree(port))) return port;
  return (await isPortFree(port + 1)) ? null : port + 1;
}

/** Fails with `PORT_BUSY`, which names who holds it, when one of these is not free (any more). */
export async function requireFreePorts({
  port,
  controllerPort,
}: Pick<ChosenPorts, 'port' | 'controllerPort'>): Promise<void> {
  await requireFreePort(port);
  await requireFreePort(controllerPort);
}

/** Fails with `PORT_BUSY`, which names who holds it; 0 is always free. */
export async function requireFreePort(port: number): Promise<void> {
  if (port === 0 || (await isPortFree(port))) return;
  throw portBusy(port, await findPortHolder(port));
}

const portBusy = (port: number, holder: PortHolder | null) =>
  failed('PORT_BUSY', { port, pid: holder?.pid ?? null, program: holder?.program ?? null });
