import { failed } from '../../../main/contract/failure';
import type { Result } from '../../../main/contract/failure';
import { serverFrame } from '../../../main/contract/wire';
import type { ClientFrame, ServerFrame } from '../../../main/contract/wire';
import { retryDelayMs } from './retry-delay';
import type { Connection, Transport } from './transport';

type Answer = (result: Result<unknown>) => void;

/** Close codes of RFC 6455 and its private range by which a server turns a client away. */
const refusalCodes = [1008, 4001, 4401, 4403];

/** "Going away": the server is stopping in order. */
const goingAwayCode = 1001;

const unreachable: Result<never> = {
  ok: false,
  failure: failed('CONTROL_UNREACHABLE', { address: null, reason: null }).failure,
};

export interface WebSocketTransportOptions {
  readonly address: string;
  readonly token: string;
  readonly openSocket: (address: string) => WebSocket;
}

/**
 * One WebSocket for requests and pushes. A lost connection is opened again after 1, 2, 4 … 10 s for
 * as long as the page lives; requests under way are answered `CONTROL_UNREACHABLE`, as are those
 * made while it is lost. Frames that are not the contract's are dropped.
 */
export function createWebSocketTransport(options: WebSocketTransportOptions): Transport {
  let socket: WebSocket | null = null;
  let connection: Connection = { kind: 'connecting' };
  let attempt = 0;
  let nextId = 0;
  let retry: ReturnType<typeof setTimeout> | null = null;
  const waiting = new Map<number, Answer>();
  const queued: (() => void)[] = [];
  const watchers = new Set<(connection: Connection) => void>();
  const listeners = new Map<string, Set<(value: unknown) => void>>();

  const become = (next: Connection) => {
    connection = next;
    for (const watcher of watchers) watcher(next);
  };
  const send = (frame: ClientFrame) => socket?.send(JSON.stringify(frame));

  const receive = (frame: ServerFrame) => {
    if (frame.type === 'ready') {
      attempt = 0;
      become({ kind: 'open' });
      for (const start of queued.splice(0)) start();
    } else if (frame.type === 'answer') {
      waiting.get(frame.id)?.(frame.result as Result<unknown>);
      waiting.delete(frame.id);
    } else {
      for (const listener of listeners.get(frame.name) ?? []) listener(frame.value);
    }
  };

  const lose = (code: number) => {
    socket = null;
    for (const answer of waiting.values()) answer(unreachable);
    waiting.clear();
    for (const start of queued.splice(0)) start();
    if (refusalCodes.includes(code)) return become({ kind: 'refused' });
    attempt += 1;
    const delayMs = retryDelayMs(attempt);
    retry = setTimeout(open, delayMs);
    const hasEnded = code === goingAwayCode || (connection.kind === 'lost' && connection.hasEnded);
    become({ kind: 'lost', retryAtMs: Date.now() + delayMs, hasEnded });
  };

  const open = () => {
    if (retry !== null) clearTimeout(retry);
    retry = null;
    if (connection.kind === 'lost') become({ ...connection, retryAtMs: null });
    const opened = options.openSocket(options.address);
    socket = opened;
    opened.onopen = () => send({ type: 'hello', token: options.token });
    opened.onmessage = (message) => {
      const frame = parseFrame(message.data);
      if (frame && opened === socket) receive(frame);
    };
    opened.onclose = (event) => {
      if (opened === socket) lose(event.code);
    };
  };
  open();

  return {
    invoke: (name, request) =>
      new Promise((resolve) => {
        const start = () => {
          if (connection.kind !== 'open') return resolve(unreachable);
          const id = nextId++;
          waiting.set(id, resolve);
          send({ type: 'invoke', id, name, request });
        };
        if (connection.kind === 'connecting') queued.push(start);
        else start();
      }),
    on: (name, listener) => {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => known.delete(listener);
    },
    watchConnection: (listener) => {
      watchers.add(listener);
      listener(connection);
    },
    retryNow: () => {
      if (connection.kind === 'lost' && retry !== null) open();
    },
  };
}

function parseFrame(text: unknown): ServerFrame | null {
  if (typeof text !== 'string') return null;
  try {
    const parsed = serverFrame.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
