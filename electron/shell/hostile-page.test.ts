import { describe, expect, it } from 'vitest';
import { requests } from '../../main/contract/api';
import type { Handlers } from '../../main/contract/api';
import { desktopRequests } from '../../main/contract/desktop';
import { serve } from './test-served-page';
import type { Frame } from './test-served-page';

/** Every handler of both lists notes what reached it. */
function serveAll() {
  const reached: { name: string; request: unknown }[] = [];
  const noting = (list: object) =>
    Object.fromEntries(
      Object.keys(list).map((name) => [
        name,
        async (request: unknown) => {
          reached.push({ name, request });
          return {};
        },
      ]),
    );
  const served = serve(noting(requests) as unknown as Handlers, noting(desktopRequests) as never);
  return { ...served, reached };
}
const names = [...Object.keys(requests), ...Object.keys(desktopRequests)];
const refused = { ok: false, failure: { code: 'REQUEST_INVALID' } };

describe('a page of the desktop that was taken over', () => {
  it('reaches nothing from a frame that is not the window', async () => {
    const { invoke, reached, listen, sent, pushes } = serveAll();
    for (const name of names) {
      for (const frame of [{ name: 'main' } as Frame, null])
        expect(await invoke(name, {}, frame), name).toMatchObject(refused);
    }
    listen({ name: 'main' } as Frame);
    pushes.emit('overview.changed', 1);
    expect([reached, sent]).toEqual([[], []]);
  });

  it('sends nothing that is too large, too deep, or no data', async () => {
    const { invoke, reached, defects } = serveAll();
    const deep = JSON.parse('['.repeat(100) + ']'.repeat(100)) as unknown;
    const large: unknown[] = [
      { sql: 'x'.repeat(2_000_000) },
      { more: Array<number>(2_000_000).fill(1) },
      { bytes: new Uint8Array(2_000_000) },
      { ['x'.repeat(2_000_000)]: 1 },
      { deep },
    ];
    for (const payload of large) {
      for (const name of ['sql.run', 'app.read', 'desktop.openFolder'])
        expect(await invoke(name, payload), name).toMatchObject(refused);
    }
    const loop: Record<string, unknown> = {};
    loop['itself'] = loop;
    expect(await invoke('overview.read', loop)).toMatchObject(refused);
    expect([reached, defects]).toEqual([[], []]);
  });

  it('hands no key of a prototype and no unknown one to a handler', async () => {
    const { invoke, reached } = serveAll();
    const hostile = JSON.parse(
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"unknownKey":"/etc/passwd"}',
    ) as object;
    for (const name of names) await invoke(name, hostile);
    expect(reached.length).toBeGreaterThan(10);
    for (const { name, request } of reached) {
      const keys = Object.keys(request as object);
      expect(
        keys.filter((key) => /proto|constructor|unknownKey/.test(key)),
        name,
      ).toEqual([]);
      expect(Object.getPrototypeOf(request)).toBe(Object.prototype);
    }
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it.each([
    'bronze.../../etc',
    '../../etc/passwd',
    '/etc/passwd',
    'C:\\Windows\\win.ini',
    '\\\\server\\share',
    'a\0b',
    '',
  ])('names no table, file or query %j', async (path) => {
    const { invoke, reached } = serveAll();
    const asked: [string, unknown][] = [
      ['query.run', { name: path }],
      ['savedQuery.save', { name: path, sql: 'SELECT 1' }],
      ['savedQuery.rename', { name: 'x', to: path }],
      ['export.run', { subject: { kind: 'preset', preset: path }, folder: '/x' }],
      ['export.createVersion', { preset: path }],
      ['download.offer', { kind: 'export', requestId: path }],
      ['doctor.mute', { id: path, muted: true }],
      ['keptText.keep', { name: path, text: 'x' }],
      ['desktop.chooseFile', { kind: 'csv', suggestedName: path }],
      ['desktop.openFolder', { folder: path }],
    ];
    for (const [name, request] of asked)
      expect(await invoke(name, request), name).toMatchObject(refused);
    expect(reached).toEqual([]);
  });
});
