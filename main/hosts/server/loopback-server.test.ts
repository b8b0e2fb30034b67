import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Handlers } from '../../contract/api';
import { failed } from '../../contract/failure';
import { answerRequest } from '../../handlers/answer-request';
import { EventHub } from '../../event-hub';
import { startLoopbackServer, type LoopbackServer } from './loopback-server';
import { connectToControl } from '../socket-client';

let folder: string;
let server: LoopbackServer;
let hub: EventHub;
const defects: unknown[] = [];
const ended: string[] = [];
const handlers = {
  'app.read': () =>
    Promise.resolve({ version: '1', pid: 7, host: 'none' as const, dataFolder: '/d' }),
  'doctor.run': (_: unknown, { signal }: { signal: AbortSignal }) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve(ended.push('doctor')))),
  'keptTexts.read': () => Promise.resolve({ texts: {} }),
  'lag.read': () => Promise.reject(new Error('secret detail')),
} as unknown as Handlers;

beforeEach(async () => {
  ended.length = 0;
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-server-'));
  writeFileSync(join(folder, 'index.html'), '<p>page</p>');
  hub = new EventHub(1);
  server = await startLoopbackServer(folder, {
    answer: (name, payload, context) =>
      answerRequest(handlers, name, payload, (e) => defects.push(e), context),
    on: (name, listener) => hub.on(name, listener),
  });
});
afterEach(async () => {
  await server.close();
  hub.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, options: { method?: string; headers?: Record<string, string> } = {}) =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve) => {
    request(`${server.address}${path}`, options, (response) => {
      let body = '';
      response.on('data', (part) => (body += part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    }).end();
  });
/** Close code, or "ready" when the server accepted the first frame. */
const firstAnswer = (frame: string, headers: Record<string, string> = {}) =>
  new Promise<string>((resolve) => {
    const socket = new WebSocket(`${server.address.replace('http', 'ws')}/ws`, { headers });
    socket.on('open', () => socket.send(frame));
    socket.on('message', () => {
      resolve('ready');
      socket.close();
    });
    socket.on('close', (code) => resolve(String(code)));
    socket.on('unexpected-response', (_request, response) => {
      resolve(`http ${response.statusCode}`);
      socket.terminate();
    });
    socket.on('error', () => undefined);
  });
const hello = (token: string) => JSON.stringify({ type: 'hello', token });

describe('loopback server', () => {
  it('serves the page under a strict policy', async () => {
    const page = await get('/');
    expect(page).toMatchObject({ status: 200, body: '<p>page</p>' });
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('refuses a foreign Host, a foreign Origin, other methods and paths outside', async () => {
    const port = new URL(server.address).port;
    expect((await get('/', { headers: { host: `evil.example:${port}` } })).status).toBe(403);
    expect((await get('/', { headers: { host: `localhost:${port}` } })).status).toBe(403);
    expect((await get('/', { headers: { origin: 'http://127.0.0.1:1' } })).status).toBe(403);
    expect((await get('/', { method: 'POST' })).status).toBe(405);
    expect((await get('/../package.json')).status).toBe(404);
    expect((await get('/%2e%2e/%2e%2e/etc/passwd')).status).toBe(404);
  });

  it('opens the socket for the right token alone', async () => {
    expect(await firstAnswer(hello(server.token))).toBe('ready');
    expect(await firstAnswer(hello('x'))).toBe('4401');
    expect(await firstAnswer(hello(''))).toBe('4401');
    expect(await firstAnswer('{"type":"invoke","id":1,"name":"app.read","request":{}}')).toBe(
      '4401',
    );
    expect(await firstAnswer('not json')).toBe('4400');
    expect(await firstAnswer('x'.repeat(2_000_000))).toBe('1009');
  });

  it('refuses a socket of a foreign page even with the token', async () => {
    const foreign = { origin: 'http://evil.example' };
    expect(await firstAnswer(hello(server.token), foreign)).toBe('http 403');
    expect(await firstAnswer(hello(server.token), { host: 'evil.example' })).toBe('http 403');
    expect(await firstAnswer(hello(server.token), { origin: server.address })).toBe('ready');
  });

  it('answers requests and pushes events to the command line', async () => {
    const client = await connectToControl({ pid: 1, ...server });
    expect(await client.invoke('app.read', {})).toMatchObject({ ok: true, value: { pid: 7 } });
    const unknown = await client.invoke('no.such' as 'app.read', {});
    expect(unknown).toMatchObject({ ok: false, failure: { code: 'REQUEST_UNKNOWN' } });
    const invalid = await client.invoke('producer.setRate', { ratePerSecond: -1 });
    expect(invalid).toMatchObject({ ok: false, failure: { code: 'REQUEST_INVALID' } });
    expect(await client.invoke('lag.read', {})).toMatchObject({ ok: false });
    expect(defects).toHaveLength(1);

    const line = { atMs: 1, component: 'app', severity: 'info' as const, message: 'hello' };
    const received = new Promise((resolve) => client.on('event.logged', resolve));
    hub.publish('event.logged', line);
    expect(await received).toEqual(line);
    client.close();
    await client.whenClosed;
    expect(await client.invoke('app.read', {})).toMatchObject({ ok: false });
  });

  it('fails with the address when nobody listens', async () => {
    const nobody = { pid: 1, address: 'http://127.0.0.1:9', token: 't' };
    await expect(connectToControl(nobody)).rejects.toThrow(/CONTROL_UNREACHABLE/);
  });

  it('takes many requests at once on one connection without a warning of a leak', async () => {
    const warnings: string[] = [];
    const note = ({ name }: Error) => warnings.push(name);
    process.on('warning', note);
    const client = await connectToControl({ pid: 1, ...server });
    for (let asked = 0; asked < 50; asked++) void client.invoke('doctor.run', {});
    await client.invoke('app.read', {});
    client.close();
    await vi.waitFor(() => expect(ended).toHaveLength(50));
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });

  it('ends what a connection asked for with that connection', async () => {
    const client = await connectToControl({ pid: 1, ...server });
    const other = await connectToControl({ pid: 1, ...server });
    const asked = client.invoke('doctor.run', {});
    await client.invoke('app.read', {});
    client.close();
    expect(await asked).toMatchObject({ ok: false, failure: { code: 'CONTROL_UNREACHABLE' } });
    await vi.waitFor(() => expect(ended).toEqual(['doctor']));
    expect(await other.invoke('app.read', {})).toMatchObject({ ok: true });
    other.close();
  });

  it('answers the HTTP API for the bearer of the token alone, and only when it is on', async () => {
    const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
    expect((await get('/api/sales', bearer(server.token))).body).not.toContain('rows');
    await server.close();
    server = await startLoopbackServer(folder, {
      answer: async () => ({ ok: true, value: {} }),
      on: () => () => undefined,
      api: async (path) => {
        if (path === '/api/broken') throw failed('TABLE_UNKNOWN', { table: 'a.b', known: 'none' });
        return path === '/api/sales' ? { status: 200, type: 'x/y', text: 'rows' } : null;
      },
    });
    const ask = async (path: string, options = bearer(server.token)) => {
      const { status, body } = await get(path, options);
      return { status, body };
    };
    expect(await ask('/api/sales')).toEqual({ status: 200, body: 'rows' });
    expect(await ask('/api/sales?x=1')).toEqual({ status: 200, body: 'rows' });
    expect((await ask('/api/other')).status).toBe(404);
    const broken = await ask('/api/broken');
    expect(broken.status).toBe(500);
    expect(JSON.parse(broken.body)).toEqual({
      error: 'TABLE_UNKNOWN',
      message: expect.stringContaining('a.b') as string,
    });
    for (const path of ['/api/sales', '/api/other', '/metrics']) {
      expect((await ask(path, bearer('x'))).status, path).toBe(401);
      expect((await get(path)).status, path).toBe(401);
    }
    expect((await get('/api/sales', { method: 'POST', ...bearer(server.token) })).status).toBe(405);
    const foreign = { headers: { host: 'evil.example', ...bearer(server.token).headers } };
    expect((await get('/api/sales', foreign)).status).toBe(403);
  });
});
