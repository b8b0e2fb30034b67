import { createServer } from 'node:net';
import { failed } from '../contract/failure';
import { findPortHolder } from './port-holder';

const firstPort = 9092;
const lastPort = 9992;
const stepBetweenPorts = 100;

export interface ChosenPorts {
  readonly port: number;
  readonly controllerPort: number;
  /** Says who held the usual port when another one was taken; null otherwise. */
  readonly notice: string | null;
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** True when nothing listens on the port, on loopback or on all addresses. */
export async function isPortFree(port: number): Promise<boolean> {
  if (!(await canListen(port, '127.0.0.1'))) return false;
  // A listener on all addresses would also answer on loopback once ours is gone.
  return canListen(port, '0.0.0.0');
}

/**
 * Ports for broker and controller: 9092 and 9093, or the next free pair a hundred higher. A port
 * that was asked for by name is taken or fails with `PORT_BUSY`. Between this look and the broker's
 * own listen another program may take the port: the broker then fails to start and says so.
 */
export async function choosePorts(asked: number | null = null): Promise<ChosenPorts> {
  let notice: string | null = null;
  for (let port = asked ?? firstPort; port <= 65_534; port += stepBetweenPorts) {
    const busy = (await isPortFree(port)) ? ((await isPortFree(port + 1)) ? null : port + 1) : port;
    if (busy === null) {
      if (notice) notice = `${notice}; using ${port}.`;
      return { port, controllerPort: port + 1, notice };
    }
    const holder = await findPortHolder(busy);
    const facts = { port: busy, pid: holder?.pid ?? null, program: holder?.program ?? null };
    if (asked !== null || port >= lastPort) throw failed('PORT_BUSY', facts);
    const who = holder ? `${holder.program} (pid ${holder.pid})` : 'another program';
    notice ??= `Port ${busy} is held by ${who}`;
  }
  throw failed('PORT_BUSY', { port: asked, pid: null, program: null });
}
