import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSocket } from '../fixtures/fake-socket';
import type { Connection } from './transport';
import { createWebSocketTransport } from './web-socket-transport';

function connect() {
  const sockets: FakeSocket[] = [];
  const connections: Connection[] = [];
  const transport = createWebSocketTransport({
    address: 'ws://127.0.0.1:1/ws',
    token: 'key',
    openSocket: () => {
      sockets.push(new FakeSocket());
      return sockets.at(-1) as unknown as WebSocket;
    },
  });
  transport.watchConnection((connection) => connections.push(connection));
  const newest = () => sockets.at(-1)!;
  const welcome = () => {
    newest().onopen?.();
    newest().says({ type: 'ready' });
  };
  return { transport, sockets, connections, newest, welcome };
}

describe('WebSocket transport', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('says hello with the token first and sends waiting requests when let in', async () => {
    const { transport, newest, welcome } = connect();
    const answer = transport.invoke('app.read', {});
    welcome();
    expect(newest().sent).toEqual([
      { type: 'hello', token: 'key' },
      { type: 'invoke', id: 0, name: 'app.read', request: {} },
    ]);
    newest().says({ type: 'answer', id: 0, result: { ok: true, value: 7 } });
    expect(await answer).toEqual({ ok: true, value: 7 });
  });

  it('matches answers to requests by id, in any order', async () => {
    const { transport, newest, welcome } = connect();
    welcome();
    const answers = [transport.invoke('a', {}), transport.invoke('b', {})];
    newest().says({ type: 'answer', id: 1, result: { ok: true, value: 'b' } });
    newest().says({ type: 'answer', id: 0, result: { ok: true, value: 'a' } });
    expect(await Promise.all(answers)).toMatchObject([{ value: 'a' }, { value: 'b' }]);
  });

  it('delivers pushes until unsubscribed, and drops frames that are none', () => {
    const { transport, newest, welcome } = connect();
    welcome();
    const heard: unknown[] = [];
    const stop = transport.on('overview.changed', (value) => heard.push(value));
    newest().says({ type: 'event', name: 'overview.changed', value: 1 });
    newest().says('{"type":"event"');
    newest().says('{"type":"surprise"}');
    newest().says({ type: 'event', name: 'event.logged', value: 2 });
    stop();
    newest().says({ type: 'event', name: 'overview.changed', value: 3 });
    expect(heard).toEqual([1]);
  });

  it('tries again after 1, 2, 4, 8, then 10 s, and starts over once let in', () => {
    const { sockets, newest, welcome } = connect();
    welcome();
    for (const delayMs of [1000, 2000, 4000, 8000, 10_000, 10_000]) {
      const before = sockets.length;
      newest().onclose?.({ code: 1006 });
      vi.advanceTimersByTime(delayMs - 1);
      expect(sockets).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(sockets).toHaveLength(before + 1);
    }
    welcome();
    newest().onclose?.({ code: 1006 });
    const before = sockets.length;
    vi.advanceTimersByTime(1000);
    expect(sockets).toHaveLength(before + 1);
  });

  it('answers requests under way, and those made while lost, as unreachable', async () => {
    const { transport, newest, welcome } = connect();
    welcome();
    const underWay = transport.invoke('overview.read', {});
    newest().onclose?.({ code: 1006 });
    const later = transport.invoke('overview.read', {});
    const unreachable = { ok: false, failure: { code: 'CONTROL_UNREACHABLE' } };
    expect(await Promise.all([underWay, later])).toMatchObject([unreachable, unreachable]);
  });

  it('remembers a goodbye of the server while it tries again', () => {
    const { newest, welcome, connections } = connect();
    welcome();
    newest().onclose?.({ code: 1001 });
    vi.advanceTimersByTime(1000);
    newest().onclose?.({ code: 1006 });
    expect(connections.at(-1)).toMatchObject({ kind: 'lost', hasEnded: true });
  });

  it('does not try again with a key that was refused', () => {
    const { newest, sockets, connections } = connect();
    newest().onopen?.();
    newest().onclose?.({ code: 4401 });
    vi.advanceTimersByTime(60_000);
    expect(connections.at(-1)).toEqual({ kind: 'refused' });
    expect(sockets).toHaveLength(1);
  });

  it('tries at once when asked to', () => {
    const { transport, newest, welcome, sockets } = connect();
    welcome();
    newest().onclose?.({ code: 1006 });
    transport.retryNow();
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(2);
  });
});
