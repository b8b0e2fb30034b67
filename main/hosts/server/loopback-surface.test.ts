import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Downloads } from '../../downloads/downloads';
import { startLoopbackServer, type LoopbackServer } from './loopback-server';
import { sendRaw, statusesOf } from './test-raw-request';

let folder: string;
let server: LoopbackServer;
let downloads: Downloads;
let host: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-surface-'));
  writeFileSync(join(folder, 'index.html'), '<p>page</p>');
  downloads = new Downloads(join(folder, 'downloads'));
  server = await startLoopbackServer(folder, {
    answer: async () => ({ ok: true, value: {} }),
    on: () => () => undefined,
    api: async (path) => (path === '/metrics' ? { status: 200, type: 'x/y', text: 'up' } : null),
    downloads,
  });
  host = new URL(server.address).host;
});
afterEach(async () => {
  await server.close();
  await downloads.close();
  rmSync(folder, { recursive: true, force: true });
});

const lastOne = 'Connection: close';

/** Sends a request line with the right Host and more headers; the whole answer as it came. */
const ask = (line: string, headers: readonly string[] = [], body = '', waitMs = 250) => {
  const lines = [`${line} HTTP/1.1`, `Host: ${host}`, ...headers, '', body];
  return sendRaw(server.address, lines.join('\r\n'), waitMs);
};
// The server closes the connection behind its answer, however long a busy machine takes for it.
const askOnce = (line: string, headers: readonly string[] = []) =>
  ask(line, [...headers, lastOne], '', 10_000);
const statusOf = async (...asked: Parameters<typeof askOnce>) =>
  statusesOf(await askOnce(...asked));
const stillServes = async () => expect(await statusOf('GET /')).toEqual([200]);
const offered = (text = 'rows') =>
  downloads.offer({
    fileName: 'sales_v1.csv',
    mediaType: 'text/csv',
    sizeBytes: text.length,
    open: () => Readable.from([text]),
  });

describe('what a stranger on this machine or in a web page can send', () => {
  it.each([
    ['no path', 'GET //', 400],
    ['a path that is none', 'GET //[', 400],
    ["another server's address", 'GET http://evil.example/', 400],
    ['a zero character', 'GET /%00', 400],
    ['a zero character in a name', 'GET /index.html%00.svg', 400],
    ['a backslash', 'GET /..%5c..%5cpackage.json', 400],
    ['dot segments', 'GET /../../package.json', 404],
    ['encoded dot segments', 'GET /%2e%2e/%2e%2e/etc/passwd', 404],
    ['an encoded slash', 'GET /..%2f..%2fetc%2fpasswd', 404],
    ['a share', 'GET //server/share/file', 400],
    ['a broken escape', 'GET /%e0%a4%a', 404],
    ['a device', 'GET /dev/stdin', 404],
    ['a very long path', `GET /${'a'.repeat(8_000)}`, 404],
  ])('refuses %s', async (_, line, status) => {
    expect(await statusOf(line)).toEqual([status]);
    await stillServes();
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    'refuses the method %s, and says which there are',
    async (method) => {
      const answer = await askOnce(`${method} /`);
      expect(statusesOf(answer)).toEqual([405]);
      expect(answer).toMatch(/^allow: GET, HEAD\r$/im);
      expect(
        await statusOf(`${method} /metrics`, [`Authorization: Bearer ${server.token}`]),
      ).toEqual([405]);
    },
  );

  it.each([
    ['a rebound name', () => ['Host: evil.example']],
    ['a rebound name with our port', () => [`Host: evil.example:${new URL(server.address).port}`]],
    ['another name of this machine', () => [`Host: localhost:${new URL(server.address).port}`]],
    ['the address without a port', () => ['Host: 127.0.0.1']],
    ['another number of this machine', () => [`Host: 127.0.0.2:${new URL(server.address).port}`]],
    ['the number in another writing', () => [`Host: 2130706433:${new URL(server.address).port}`]],
    ['a name that ends like ours', () => [`Host: ${host}.evil.example`]],
    ['a name and password before ours', () => [`Host: evil@${host}`]],
    ['no name', () => ['Host: ']],
  ])('refuses as Host %s', async (_, headers) => {
    const text = ['GET / HTTP/1.1', ...headers(), lastOne, '', ''].join('\r\n');
    expect(statusesOf(await sendRaw(server.address, text))).toEqual([403]);
  });

  it('refuses a request without a Host, and one of HTTP 1.0', async () => {
    expect(
      statusesOf(await sendRaw(server.address, `GET / HTTP/1.1\r\n${lastOne}\r\n\r\n`)),
    ).toEqual([400]);
    expect(statusesOf(await sendRaw(server.address, 'GET / HTTP/1.0\r\n\r\n'))).toEqual([403]);
  });

  it.each(['http://evil.example', 'null', 'http://127.0.0.1:1', 'file://', ''])(
    'refuses the Origin %j of another page, also for its socket',
    async (origin) => {
      expect(await statusOf('GET /', [`Origin: ${origin}`])).toEqual([403]);
      const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
      const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
      const open = async (from: string) =>
        statusesOf(await ask('GET /ws', [...upgrade, key, `Origin: ${from}`]));
      expect(await open(origin)).toEqual([403]);
      expect(await open(server.address)).toEqual([101]);
    },
  );

  it('takes the token from no address: neither of the socket nor of the HTTP API', async () => {
    const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
    const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
    const opened = await ask(`GET /ws?token=${server.token}`, [...upgrade, key]);
    expect(statusesOf(opened)).toEqual([403]);
    expect(await statusOf(`GET /metrics?token=${server.token}`)).toEqual([401]);
    expect(await statusOf('GET /metrics', [`Cookie: token=${server.token}`])).toEqual([401]);
    expect(await statusOf('GET /metrics', [`Authorization: Basic ${server.token}`])).toEqual([401]);
    expect(await statusOf('GET /metrics', [`Authorization: Bearer ${server.token}`])).toEqual([
      200,
    ]);
  });

  it.each([
    ['two lengths', ['Content-Length: 4', 'Content-Length: 5']],
    ['a length and chunks', ['Content-Length: 4', 'Transfer-Encoding: chunked']],
    ['an unknown coding', ['Transfer-Encoding: xchunked']],
    ['a space before the colon', ['Content-Length : 4']],
    ['a folded header', ['X-A: b', ' Transfer-Encoding: chunked']],
    ['a bare line feed', ['X-A: b\nContent-Length: 4']],
    ['a negative length', ['Content-Length: -1']],
  ])('answers %s with one refusal and reads nothing behind it', async (_, headers) => {
    const answer = await ask('GET /', headers, `GET /metrics HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    // Whatever the front part meant, no second request is served from what came with it.
    const [first, ...more] = statusesOf(answer);
    expect([400, 403]).toContain(first);
    expect(more).toEqual([]);
    await stillServes();
  });

  it('serves a body of a GET to nobody as a second request', async () => {
    const inner = `GET /metrics HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
    const answer = await ask('GET /', [`Content-Length: ${inner.length}`], inner);
    expect(statusesOf(answer)).toEqual([200]);
  });

  it('outlives ranges that no file has', async () => {
    for (const range of ['bytes=10-5', 'bytes=-1', 'bytes=99999999999-', 'x']) {
      expect(await statusOf('GET /', [`Range: ${range}`]), range).toEqual([200]);
    }
    await stillServes();
  });

  it('gives nobody more rights: no answer has a header that permits', async () => {
    const asked = ['GET /', 'GET /none', 'POST /', 'GET /metrics', 'GET //', 'GET /download/x'];
    const { path } = offered();
    for (const line of [...asked, `GET ${path}`]) {
      const answer = await askOnce(line, ['Access-Control-Request-Method: GET']);
      expect(answer, line).not.toMatch(/^(access-control-|set-cookie|timing-allow|x-powered)/im);
      expect(answer, line).toMatch(/^x-content-type-options: nosniff\r$/im);
      expect(answer, line).toMatch(/^cross-origin-resource-policy: same-origin\r$/im);
      expect(answer, line).toMatch(/^x-frame-options: DENY\r$/im);
    }
  });
});

describe('a download address', () => {
  it('serves its file once, to be saved', async () => {
    const { path, fileName, sizeBytes } = offered();
    expect([fileName, sizeBytes]).toEqual(['sales_v1.csv', 4]);
    const answer = await askOnce(`GET ${path}`);
    expect(statusesOf(answer)).toEqual([200]);
    expect(answer).toMatch(/^content-disposition: attachment; filename="sales_v1\.csv"\r$/im);
    expect(answer).toMatch(/^content-length: 4\r$/im);
    expect(answer.endsWith('rows')).toBe(true);
    expect(await statusOf(`GET ${path}`)).toEqual([404]);
  });

  it('is not used up by a look, another name, page or address', async () => {
    const { path } = offered();
    expect(await statusOf(`HEAD ${path}`)).toEqual([405]);
    expect(await statusOf(`POST ${path}`)).toEqual([405]);
    expect(await statusOf(`GET ${path}`, ['Origin: http://evil.example'])).toEqual([403]);
    const text = `GET ${path} HTTP/1.1\r\nHost: evil.example\r\n${lastOne}\r\n\r\n`;
    expect(statusesOf(await sendRaw(server.address, text))).toEqual([403]);
    expect(await statusOf(`GET ${path}x`)).toEqual([404]);
    expect(await statusOf('GET /download/__proto__')).toEqual([404]);
    expect(await statusOf(`GET ${path}`)).toEqual([200]);
  });
});
