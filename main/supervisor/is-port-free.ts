import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

const connectDeadlineMs = 1_000;

/**
 * True when 127.0.0.1 can be listened on and nobody answers there or on ::1. The second look is
 * for listeners on all addresses, 0.0.0.0 or [::], beside which some systems allow another on
 * loopback: clients would meet the one or the other. Between this look and a listen of one's own
 * another program may take the port.
 */
export async function isPortFree(port: number): Promise<boolean> {
  if (!(await canListen(port))) return false;
  return !(await answers(port, '127.0.0.1')) && !(await answers(port, '::1'));
}

/** So many ports of loopback that the system calls free, all different. */
export async function findFreePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  try {
    return await Promise.all(
      servers.map(async (server) => {
        server.listen({ port: 0, host: '127.0.0.1' });
        await once(server, 'listening');
        return (server.address() as AddressInfo).port;
      }),
    );
  } finally {
    for (const server of servers) server.close();
  }
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/** Loopback refuses at once; no answer at all is somebody who does not get round to it. */
function answers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(connectDeadlineMs, () => settle(true));
    // A free port among those for outgoing connections can be given to this very connection,
    // which then meets itself (RFC 9293, simultaneous open).
    socket.once('connect', () => settle(socket.localPort !== port));
    socket.once('error', () => settle(false));
  });
}
