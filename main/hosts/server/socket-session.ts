import { timingSafeEqual } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { WebSocket } from 'ws';
import { events, type EventName, type RequestContext } from '../../contract/api';
import type { Result } from '../../contract/failure';
import { clientFrame, type ServerFrame } from '../../contract/wire';

/** What a socket may reach: the same two functions as every other door. */
export interface SocketDoor {
  answer(name: string, request: unknown, context?: RequestContext): Promise<Result<unknown>>;
  on(name: EventName, listener: (value: unknown) => void): () => void;
}

const helloDeadlineMs = 5_000;
/** A page that does not read is not buffered for without end; it asks anew when it comes back. */
const maxBufferedBytes = 8 * 1024 * 1024;

/** Compared in constant time. */
export function isToken(given: string, token: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(token);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Serves one WebSocket: `hello` with the token first, then requests, answers and events. */
export function serveSocket(socket: WebSocket, token: string, door: SocketDoor): void {
  let unsubscribes: (() => void)[] | null = null;
  const closed = new AbortController();
  // One for each request under way: a page that opens asks for dozens at once.
  setMaxListeners(0, closed.signal);
  const deadline = setTimeout(() => socket.close(4401, 'No hello'), helloDeadlineMs);
  const send = (frame: ServerFrame) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
  };
  const subscribe = () =>
    (Object.keys(events) as EventName[]).map((name) =>
      door.on(name, (value) => {
        if (socket.bufferedAmount < maxBufferedBytes) send({ type: 'event', name, value });
      }),
    );

  socket.on('message', (bytes: Buffer) => {
    const frame = parseFrame(bytes.toString());
    if (!frame) return socket.close(4400, 'Not a frame of this protocol');
    if (frame.type === 'hello') {
      clearTimeout(deadline);
      if (!isToken(frame.token, token)) return socket.close(4401, 'Wrong token');
      unsubscribes ??= subscribe();
      return send({ type: 'ready' });
    }
    if (!unsubscribes) return socket.close(4401, 'Hello first');
    const { id, name, request } = frame;
    const context = { signal: closed.signal };
    void door.answer(name, request, context).then((result) => send({ type: 'answer', id, result }));
  });
  socket.on('close', () => {
    clearTimeout(deadline);
    // Nobody waits for what still runs: a query of minutes would go on for nothing.
    closed.abort();
    for (const unsubscribe of unsubscribes ?? []) unsubscribe();
  });
  // A broken connection also closes; without a listener it would end the process.
  socket.on('error', () => socket.terminate());
}

function parseFrame(text: string) {
  try {
    const parsed = clientFrame.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
