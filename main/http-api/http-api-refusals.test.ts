import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ControlCenter } from '../control-center';
import { dataPaths } from '../settings/paths';
import { ask, openCenter } from './test-api-center';

let folder: string;
let center: ControlCenter;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-api-'));
  center = await openCenter(folder, ['httpApi.enabled=true']);
});
afterAll(async () => {
  await center.shutdown();
  rmSync(folder, { recursive: true, force: true });
});

describe('the HTTP API of floor.md 9, of a folder without tables', () => {
  it('GET / is the window, for everybody; what it may do needs the token', async () => {
    const { status, type, text } = await ask(center, '/', { token: null });
    expect([status, type]).toEqual([200, 'text/html;charset=utf-8']);
    expect(text).toContain('<title>Deltadesk</title>');
  });

  it('GET /metrics is Prometheus text with every group that needs no running part', async () => {
    const { status, type, text } = await ask(center, '/metrics');
    expect(status).toBe(200);
    expect(type).toMatch(/^text\/plain; version=/);
    for (const metric of [
      'deltadesk_up 0',
      'deltadesk_producer_records{pack="sales"} 0',
      'deltadesk_query_rows{pack="sales",place="bronze"} 0',
      'process_resident_memory_bytes',
    ]) {
      expect(text).toContain(metric);
    }
    // Every line is a sample or a comment of the format; the library writes NaN as Nan, which
    // Prometheus reads as well.
    const line = /^(#.*|[a-zA-Z_:][\w:]*(\{[^}]*\})? (-?[\d.e+-]+|Na[nN]|[+-]Inf))?$/;
    expect(text.split('\n').filter((one) => !line.test(one))).toEqual([]);
  });

  it.each([
    ['/api/top_products', null, 'GET', 401],
    ['/api/top_products', 'x', 'GET', 401],
    ['/metrics', null, 'GET', 401],
    ['/api/none', null, 'GET', 401],
    ['/api/none', undefined, 'GET', 404],
    ['/api/', undefined, 'GET', 404],
    ['/api/top_products/', undefined, 'GET', 404],
    ['/api/TOP_PRODUCTS', undefined, 'GET', 404],
    ['/none', undefined, 'GET', 404],
    ['/api/top_products', undefined, 'POST', 405],
    ['/api/top_products', undefined, 'DELETE', 405],
    ['/metrics', undefined, 'PUT', 405],
  ])('%s with the token %j and %s is %i', async (path, token, method, status) => {
    expect(
      (await ask(center, path, token === undefined ? { method } : { token, method })).status,
    ).toBe(status);
  });

  it('a query that cannot be answered is status 500 with error and message', async () => {
    const { status, text } = await ask(center, '/api/hourly_sales');
    expect(status).toBe(500);
    expect(JSON.parse(text)).toEqual({
      error: 'TABLE_UNKNOWN',
      message: expect.stringContaining('silver.hourly_sales') as string,
    });
  });

  it.skipIf(process.platform === 'win32')('keeps its token where the user alone can read', () => {
    expect(statSync(dataPaths(folder).control).mode & 0o777).toBe(0o600);
  });

  it('is off by default: not there, whoever asks', async () => {
    await center.shutdown();
    center = await openCenter(folder, []);
    for (const path of ['/api/top_products', '/metrics']) {
      const { status, text } = await ask(center, path);
      expect([status, text.includes('total_montant')], path).toEqual([404, false]);
    }
  });
});
