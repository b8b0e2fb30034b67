import { readFile } from 'node:fs/promises';
import { WebSocket } from 'ws';
import type { ControlCenterApi, EventName } from '../contract/api';
import { failed, type Result } from '../contract/failure';
import { controlAddress, serverFrame, type ControlAddress } from '../contract/wire';

/** A connection of the command line to a living instance. */
export interface SocketClient extends ControlCenterApi {
  /** Resolves when the connection has ended, whoever ended it. */
  readonly whenClosed: Promise<void>;
  close(): void;
}

/** Where the instance of a data folder listens; null when none has written its address. */
export async function readControlAddress(controlFile: string): Promise<ControlAddress | null> {
  try {
    return controlAddress.parse(JSON.parse(await readFile(controlFile, 'utf8')));
  } catch {
    return null;
  }
}

/** Connects and says hello; `CONTROL_UNREACHABLE` when nobody answers within 5 s. */
export async function connectToControl(control: ControlAddress): Promise<SocketClient> {
  const socket = new WebSocket(`${control.address.replace('http:', 'ws:')}/ws`, {
    handshakeTimeout: 5_000,
  });
  const answers = new Map<number, (result: Result<never>) => void>();
  const listeners = new Map<EventName, Set<(value: never) => void>>();
  let nextId = 0;

  const whenClosed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const unreachable = (reason: string) =>
    failed('CONTROL_UNREACHABLE', { address: control.address, reason });
  void whenClosed.then(() => {
    const { failure } = unreachable('the connection ended');
    for (const answer of answers.values()) answer({ ok: false, failure });
    answers.clear();
  });

  await new Promise<void>((resolve, reject) => {
    socket.once('error', (error) => reject(unreachable(error.message)));
    socket.once('close', (_code, reason) => reject(unreachable(String(reason))));
    socket.once('open', () => socket.send(JSON.stringify({ type: 'hello', token: control.token })));
    socket.on('message', (bytes: Buffer) => {
      const frame = serverFrame.parse(JSON.parse(bytes.toString()));
      if (frame.type === 'ready') return resolve();
      if (frame.type === 'answer') {
        answers.get(frame.id)?.(frame.result as Result<never>);
        answers.delete(frame.id);
        return;
      }
      for (const listener of listeners.get(frame.name as EventName) ?? []) {
        listener(frame.value as never);
      }
    });
  });
  socket.on('error', () => socket.terminate());

  return {
    whenClosed,
    close: () => socket.close(),
    invoke: (name, request) =>
      new Promise((resolve) => {
        if (socket.readyState !== WebSocket.OPEN) {
          return resolve({ ok: false, failure: unreachable('the connection ended').failure });
        }
        const id = nextId++;
        answers.set(id, resolve as (result: Result<never>) => void);
        socket.send(JSON.stringify({ type: 'invoke', id, name, request }));
      }),
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener as (value: never) => void));
      return () => set.delete(listener as (value: never) => void);
    },
  };
}
