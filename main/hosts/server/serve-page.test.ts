import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLoopbackServer, type LoopbackServer } from './loopback-server';

let folder: string;
let server: LoopbackServer;
let kept: Record<string, string>;
beforeEach(async () => {
  kept = {};
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-page-'));
  writeFileSync(join(folder, 'index.html'), '<p>page</p>');
  server = await startLoopbackServer(folder, {
    answer: async (name) => ({ ok: true, value: name === 'keptTexts.read' ? { texts: kept } : {} }),
    on: () => () => undefined,
  });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, options: { method?: string; headers?: Record<string, string> } = {}) =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
    request(`${server.address}${path}`, options, (response) => {
      let body = '';
      response.on('data', (part) => (body += part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    })
      .on('error', reject)
      .end();
  });

describe('the page', () => {
  it('begins with the theme that was chosen, without any inline style or script', async () => {
    const head = '<meta name="color-scheme" content="light dark" />';
    writeFileSync(join(folder, 'index.html'), `<html lang="en">${head}</html>`);
    const plain = await get('/');
    expect(plain.body).toBe(`<html lang="en">${head}</html>`);
    kept['theme'] = 'dark';
    const dark = await get('/', { headers: { 'if-none-match': String(plain.headers['etag']) } });
    expect(dark.status).toBe(200);
    expect(dark.body).toBe(
      '<html data-kept-theme="dark" lang="en"><meta name="color-scheme" content="dark" /></html>',
    );
    expect(dark.headers['content-length']).toBe(String(dark.body.length));
    kept['theme'] = '"><script>';
    expect((await get('/')).body).toBe(plain.body);
  });

  it('answers 404 for a file that cannot be opened any more, and goes on', async () => {
    // There for whoever looks, and gone for whoever opens it: what a build does for a moment.
    const vanishing = createServer().listen(join(folder, 'index.js'));
    await vi.waitFor(() => expect(vanishing.listening).toBe(true));
    expect((await get('/index.js')).status).toBe(404);
    await new Promise((closed) => vanishing.close(closed));
    rmSync(join(folder, 'index.html'));
    expect((await get('/')).status).toBe(404);
    writeFileSync(join(folder, 'index.html'), '<p>built anew</p>');
    expect((await get('/')).body).toBe('<p>built anew</p>');
  });

  it('outlives a build that makes and removes its files all the time', async () => {
    let isBuilding = true;
    const build = async () => {
      for (; isBuilding; await new Promise((resolve) => setImmediate(resolve))) {
        writeFileSync(join(folder, 'a.js'), 'x'.repeat(100_000));
        rmSync(join(folder, 'a.js'));
      }
    };
    const built = build();
    const answers = await Promise.all(Array.from({ length: 200 }, () => get('/a.js')));
    isBuilding = false;
    await built;
    expect(answers.filter(({ status }) => status !== 200 && status !== 404)).toEqual([]);
  });

  it('serves each kind of file as what it is, and a known one without its bytes', async () => {
    writeFileSync(join(folder, 'a b.svg'), '<svg/>');
    const first = await get('/a%20b.svg');
    expect(first).toMatchObject({ status: 200, headers: { 'content-type': 'image/svg+xml' } });
    const known = { headers: { 'if-none-match': String(first.headers['etag']) } };
    expect(await get('/a%20b.svg', known)).toMatchObject({ status: 304, body: '' });
    expect(await get('/a%20b.svg', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect((await get('/%zz')).status).toBe(404);
  });
});
