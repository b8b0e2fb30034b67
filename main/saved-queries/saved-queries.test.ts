import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { savedQueryName } from '../contract/saved-query';
import { SavedQueries } from './saved-queries';

let root: string;
let folder: string;
let queries: SavedQueries;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deltadesk-saved-'));
  folder = join(root, 'saved-queries');
  queries = new SavedQueries(folder);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const save = (name: string, sql = 'SELECT 1', replace = false) =>
  queries.save({ name, sql, replace });
const names = async () => (await queries.list()).map(({ name }) => name);

describe('saved queries', () => {
  it('are SQL files that another program can write too', async () => {
    expect(await queries.list()).toEqual([]);
    await save('Écarts 2026', 'SELECT 2');
    writeFileSync(join(folder, 'mine.sql'), 'SELECT 3');
    writeFileSync(join(folder, '.hidden.sql'), 'SELECT 4');
    writeFileSync(join(folder, 'notes.txt'), '');
    expect((await queries.list()).map(({ name, sql }) => [name, sql])).toEqual([
      ['Écarts 2026', 'SELECT 2'],
      ['mine', 'SELECT 3'],
    ]);
    expect(readFileSync(join(folder, 'Écarts 2026.sql'), 'utf8')).toBe('SELECT 2');
  });

  it('are not replaced unasked, also under other capitals', async () => {
    await save('Trend', 'SELECT 1');
    for (const name of ['Trend', 'TREND']) {
      await expect(save(name, 'SELECT 2')).rejects.toMatchObject({
        failure: { code: 'SAVED_QUERY_EXISTS', facts: { query: 'Trend' } },
      });
    }
    await save('trend', 'SELECT 3', true);
    expect((await queries.list()).map(({ name, sql }) => [name, sql])).toEqual([
      ['Trend', 'SELECT 3'],
    ]);
  });

  it('are saved one at a time: of two at once with one name one fails', async () => {
    const both = await Promise.allSettled([save('a', 'SELECT 1'), save('a', 'SELECT 2')]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(readdirSync(folder)).toEqual(['a.sql']);
  });

  it('can be renamed, also only in capitals, and deleted', async () => {
    await save('a');
    await save('b');
    await queries.rename('a', 'A');
    await expect(queries.rename('A', 'b')).rejects.toMatchObject({
      failure: { code: 'SAVED_QUERY_EXISTS' },
    });
    await queries.delete('b');
    expect(await names()).toEqual(['A']);
    await expect(queries.delete('b')).rejects.toMatchObject({
      failure: { code: 'SAVED_QUERY_UNKNOWN', facts: { query: 'b', known: 'A' } },
    });
  });

  it('reach no file outside their folder', async () => {
    writeFileSync(join(root, 'outside.sql'), 'SELECT 1');
    await save('a');
    await expect(queries.delete('../outside')).rejects.toMatchObject({
      failure: { code: 'SAVED_QUERY_UNKNOWN' },
    });
    expect(readdirSync(root)).toContain('outside.sql');
  });

  it.each(['a', 'Top 10', 'x.y-z_1', 'été', 'Конфиг'])('may be called %s', (name) => {
    expect(savedQueryName.safeParse(name).success).toBe(true);
  });

  it.each([
    '',
    ' a',
    'a ',
    'a.',
    '.a',
    '../a',
    'a/b',
    'a\\b',
    'a\0',
    'nul',
    'COM1',
    'con.x',
    'a:b',
  ])('may not be called %j', (name) => {
    expect(savedQueryName.safeParse(name).success).toBe(false);
  });
});
