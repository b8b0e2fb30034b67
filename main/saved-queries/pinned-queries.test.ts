import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PinnedQueries } from './pinned-queries';

let folder: string;
let pinned: PinnedQueries;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-pinned-'));
  pinned = new PinnedQueries(join(folder, 'saved-queries'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const pin = (name: string, sql = 'SELECT 1', replace = false) =>
  pinned.pin({ name, sql, chart: 'number', replace });
const read = async () =>
  (await new PinnedQueries(join(folder, 'saved-queries')).list()).map(({ name, sql }) => [
    name,
    sql,
  ]);

describe('pinned queries', () => {
  it('keep their order over a restart; a replaced one keeps its place', async () => {
    await pin('b');
    await pin('a');
    await pin('b', 'SELECT 2', true);
    expect(await read()).toEqual([
      ['b', 'SELECT 2'],
      ['a', 'SELECT 1'],
    ]);
  });

  it('are not replaced unasked, and of two at once with one name one fails', async () => {
    const both = await Promise.allSettled([pin('a', 'SELECT 1'), pin('a', 'SELECT 2')]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await expect(pin('a')).rejects.toMatchObject({
      failure: { code: 'SAVED_QUERY_EXISTS', facts: { query: 'a' } },
    });
  });

  it('can be removed; an unknown one is answered with the nearest name', async () => {
    await pin('trend');
    await expect(pinned.unpin('trends')).rejects.toMatchObject({
      failure: { code: 'SAVED_QUERY_UNKNOWN', facts: { known: 'trend' } },
    });
    expect(await pinned.unpin('trend')).toEqual([]);
    await expect(pinned.get('trend')).rejects.toMatchObject({
      failure: { code: 'SAVED_QUERY_UNKNOWN', facts: { known: 'none yet' } },
    });
  });

  it('are at most 24, and begin anew where their file is damaged', async () => {
    for (let i = 0; i < 24; i++) await pin(`q${i}`);
    await expect(pin('one more')).rejects.toMatchObject({ failure: { code: 'REQUEST_INVALID' } });
    writeFileSync(join(folder, 'saved-queries', '.pinned.json'), '{"queries": [1');
    expect(await read()).toEqual([]);
    await pin('a');
    expect(await read()).toEqual([['a', 'SELECT 1']]);
  });
});
