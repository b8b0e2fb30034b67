import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { WebSocketServer } from 'ws';
import { isApiPath, isBearer, serveApi, type HttpApi } from './serve-api';
import { serveSocket, type SocketDoor } from './socket-session';

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  /** Whoever has it may do everything: it is shown to the user alone. */
  readonly token: string;
  close(): Promise<void>;
}

/** Headers of every page: no inline script, nothing from elsewhere, no framing, no sniffing. */
function securityHeaders(address: string): Record<string, string> {
  const socket = address.replace('http:', 'ws:');
  return {
    'Content-Security-Policy': `default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' ${socket}; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}

/**
 * The one loopback server: the page of the browser host, and one WebSocket at `/ws` for requests
 * and events. Host and Origin must be exactly ours, port included, so that no other page and no
 * rebound name reaches it (ux.md section 13). The page itself is public; the token opens the socket,
 * and the HTTP API where the door has one. `port` 0 lets the system choose.
 */
export async function startLoopbackServer(
  rendererFolder: string,
  door: SocketDoor & { readonly api?: HttpApi },
  port = 0,
): Promise<LoopbackServer> {
  const token = randomBytes(24).toString('base64url');
  const files = sirv(rendererFolder, { dev: true, etag: true });
  let address = '';
  const isOwnHost = (request: IncomingMessage) => `http://${request.headers.host}` === address;

  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const refuse = (status: number, text: string) => {
      response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`${text}\n`);
    };
    if (!isOwnHost(request)) return refuse(403, 'Wrong Host');
    const origin = request.headers.origin;
    if (origin !== undefined && origin !== address) return refuse(403, 'Wrong Origin');
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET');
    const { pathname } = new URL(request.url ?? '/', address);
    if (door.api && isApiPath(pathname)) {
      return void serveApi(door.api, pathname, isBearer(request, token), response);
    }
    for (const [name, value] of Object.entries(securityHeaders(address))) {
      response.setHeader(name, value);
    }
    files(request, response, () => refuse(404, 'Not found'));
  });

  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  server.on('upgrade', (request, socket, head) => {
    const origin = request.headers.origin;
    // Programs such as the command line send no Origin; a browser always does.
    const isAllowed = isOwnHost(request) && (origin === undefined || origin === address);
    if (!isAllowed || request.url !== '/ws') {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => serveSocket(ws, token, door));
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    token,
    close: async () => {
      for (const client of sockets.clients) client.close(1001, 'Deltadesk has stopped');
      const closed = new Promise((resolve) => server.close(resolve));
      // Keep-alive connections of a browser would hold the server open.
      server.closeAllConnections();
      // A client that does not answer the closing handshake is cut off.
      for (const client of sockets.clients) client.terminate();
      await closed;
    },
  };
}
