import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failed } from '../contract/failure';
import type { QueryResult } from '../contract/query';
import { SqlHistory } from './sql-history';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-history-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const answer = (rowCount: number) => async () => ({ rowCount }) as QueryResult;

describe('the history of statements', () => {
  it('tells newest first how each ended, also after a restart', async () => {
    const history = new SqlHistory(folder);
    await history.note('SELECT 1', answer(1));
    await expect(
      history.note('SELEC', () => Promise.reject(failed('SQL_INVALID', { reason: null }))),
    ).rejects.toMatchObject({ failure: { code: 'SQL_INVALID' } });
    await history.read();
    const read = await new SqlHistory(folder).read();
    expect(read.map(({ sql, rowCount, failureCode }) => [sql, rowCount, failureCode])).toEqual([
      ['SELEC', null, 'SQL_INVALID'],
      ['SELECT 1', 1, null],
    ]);
  });

  it('keeps 200 different statements, and forgets when asked', async () => {
    const history = new SqlHistory(folder);
    for (let i = 0; i < 210; i++) await history.note(`SELECT ${i % 205}`, answer(i));
    const entries = await history.read();
    expect(entries).toHaveLength(200);
    expect(entries.slice(0, 6).map(({ sql }) => sql)).toEqual(
      [4, 3, 2, 1, 0, 204].map((i) => `SELECT ${i}`),
    );
    await history.clear();
    expect(await history.read()).toEqual([]);
    expect(await new SqlHistory(folder).read()).toEqual([]);
  });

  it('begins anew where its file is damaged', async () => {
    writeFileSync(join(folder, '.history.json'), '{"entries": [1');
    const history = new SqlHistory(folder);
    await history.note('SELECT 1', answer(1));
    expect(await history.read()).toHaveLength(1);
  });
});
