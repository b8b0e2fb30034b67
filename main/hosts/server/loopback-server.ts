import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { Downloads } from '../../downloads/downloads';
import { isolationHeaders, securityHeaders } from './security-headers';
import { keptTheme } from './page-theme';
import { isApiPath, isBearer, serveApi, type HttpApi } from './serve-api';
import { downloadId, serveDownload } from './serve-download';
import { servePage } from './serve-page';
import { serveSocket, type SocketDoor } from './socket-session';

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  /** Whoever has it may do everything: it is shown to the user alone. */
  readonly token: string;
  close(): Promise<void>;
}

/** Where a server is, for another one to take its place unnoticed. */
export interface DoorPlace {
  readonly port: number;
  readonly token?: string;
}

/** What the server answers from. */
export type LoopbackDoor = SocketDoor & {
  /** Absent while the HTTP API is off. */
  readonly api?: HttpApi;
  readonly downloads?: Downloads;
};

/**
 * The one loopback server: the page of the browser host, and one WebSocket at `/ws` for requests
 * and events. Host and Origin must be exactly ours, port included, so that no other page and no
 * rebound name reaches it (ux.md section 13). The page itself is public; the token opens the socket,
 * and the HTTP API where the door has one. `port` 0 lets the system choose.
 */
export async function startLoopbackServer(
  rendererFolder: string,
  door: LoopbackDoor,
  port = 0,
  token = randomBytes(24).toString('base64url'),
): Promise<LoopbackServer> {
  let address = '';
  const isOwnHost = (request: IncomingMessage) => `http://${request.headers.host}` === address;

  const serve = (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(isolationHeaders)) response.setHeader(name, value);
    const refuse = (status: number, text: string) => {
      response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`${text}\n`);
    };
    if (!isOwnHost(request)) return refuse(403, 'Wrong Host');
    const origin = request.headers.origin;
    if (origin !== undefined && origin !== address) return refuse(403, 'Wrong Origin');
    const path = pathOf(request, address);
    if (path === null) return refuse(400, 'Not a path');
    const id = downloadId(path);
    // A look at a download must not use it up.
    const methods = id === null ? ['GET', 'HEAD'] : ['GET'];
    if (!methods.includes(request.method ?? '')) {
      response.setHeader('Allow', methods.join(', '));
      return refuse(405, 'Only GET');
    }
    if (id !== null) {
      const served = door.downloads ? serveDownload(door.downloads, id, response) : false;
      return void Promise.resolve(served).then((wasThere) => {
        if (!wasThere) refuse(404, 'This download was used, or its time is over');
      });
    }
    if (door.api && isApiPath(path)) {
      return void serveApi(door.api, path, isBearer(request, token), response);
    }
    for (const [name, value] of Object.entries(securityHeaders(address))) {
      response.setHeader(name, value);
    }
    const readTheme = () => keptTheme(door);
    void servePage(rendererFolder, path, request, response, readTheme).then((wasThere) => {
      if (!wasThere) refuse(404, 'Not found');
    });
  };
  const server = createServer((request, response) => {
    try {
      serve(request, response);
    } catch {
      // Whatever a stranger sends must not end the process.
      if (!response.headersSent) response.writeHead(400);
      response.end();
    }
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

/** The path of a request without dot segments; null for one that is none, or another server's. */
function pathOf({ url = '/' }: IncomingMessage, address: string): string | null {
  try {
    const { origin, pathname } = new URL(url, address);
    return url.startsWith('/') && origin === address && !/%00|\\|%5c/i.test(url) ? pathname : null;
  } catch {
    return null;
  }
}
