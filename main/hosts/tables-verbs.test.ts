import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toFailure } from '../contract/failure';
import type { ControlCenter } from '../control-center';
import { TestLake } from '../delta/test-lake';
import { momentMs } from './command-options';
import { records } from './commands/records';
import { history, tables } from './commands/tables';
import { openCenter } from '../http-api/test-api-center';

let disk: TestLake;
let center: ControlCenter | null;
let options: { dataFolder: string; pack: string };
const failureOf = (promise: Promise<unknown>) => promise.then(() => null, toFailure);

/** Silver of two micro-batches and a compaction, and an aggregate of them. */
beforeEach(async () => {
  disk = await TestLake.open();
  center = null;
  options = { dataFolder: disk.root, pack: 'sales' };
  const first = Date.parse('2026-11-21T10:00:00Z');
  disk.create('silver.sales', { id: 'long' });
  const written: string[] = [];
  for (const batch of [0, 1]) {
    const { path } = await disk.append('silver.sales', {
      rows: `SELECT i::BIGINT AS id FROM range(${batch * 600}, ${batch * 600 + 600}) t(i)`,
      transaction: ['query', batch],
      timestampMs: first + batch * 1_000,
    });
    written.push(path);
  }
  const stats = JSON.stringify({ numRecords: 600 });
  disk.commit('silver.sales', [
    { commitInfo: { timestamp: first + 5_000, operation: 'OPTIMIZE' } },
    ...written.map((path) => ({ remove: { path, dataChange: false, stats } })),
    ...written.map((path) => ({
      add: { path, partitionValues: {}, size: 7, dataChange: false, stats },
    })),
  ]);
  disk.create('gold.totals', { sum: 'long' });
  await disk.append('gold.totals', {
    rows: 'SELECT 5::BIGINT AS sum',
    transaction: ['silver:silver.sales', 2],
    timestampMs: Date.now() - 3 * 3_600_000,
  });
});
afterEach(async () => {
  await center?.shutdown();
  disk.close();
});

async function startInstance(): Promise<void> {
  center = await openCenter(disk.root);
}

describe.each(['alone', 'beside a living instance'])('the verbs for tables, %s', (place) => {
  beforeEach(async () => {
    if (place !== 'alone') await startInstance();
    expect(existsSync(join(disk.root, 'run', 'control.json'))).toBe(place !== 'alone');
  });

  it('list every table with its figures and its age', async () => {
    const { json, text } = await tables(options);
    expect(json.tables).toMatchObject([
      { table: 'silver.sales', rows: 1_200, liveFiles: 2, sizeBytes: 14, tableVersion: 3 },
      { table: 'gold.totals', rows: 1, liveFiles: 1, tableVersion: 1 },
    ]);
    expect(text).toMatch(/gold +totals +1 +1 +\d+ B +1 +3 h 0 min/);
    expect(text).toMatch(/silver +sales +1,200 +2 +14 B +3 +\d+ (h|days)/);
  });

  it('list the others where one cannot be read, and say why it cannot', async () => {
    disk.create('quality.torn', { id: 'long' });
    writeFileSync(disk.logFile('quality.torn', '00000000000000000000.json'), 'torn');
    const { json, text } = await tables(options);
    expect(json.tables.map(({ table }) => table)).toEqual(['silver.sales', 'gold.totals']);
    expect(json.unreadable).toMatchObject([{ table: 'quality.torn' }]);
    expect(text).toMatch(/quality\.torn cannot be read.*00000000000000000000\.json/);
  });

  it('tell the versions of a table with rows, files and batch', async () => {
    const { json, text } = await history({ ...options, table: 'silver.sales', limit: 3 });
    expect(json.versions).toMatchObject([
      { version: 3, operation: 'OPTIMIZE', rowsAdded: 0, rowsRemoved: 0, filesAdded: 2 },
      { version: 2, operation: 'WRITE', rowsAdded: 600, filesAdded: 1, batchId: 1 },
      { version: 1, rowsAdded: 600, batchId: 0, silverVersion: null },
    ]);
    expect(text).toMatch(/3 +2026-11-21 10:00:05\.000 +OPTIMIZE +0 +\+2 -2 +—/);
    expect(text).toMatch(/2 +2026-11-21 10:00:01\.000 +WRITE +\+600 +\+1 +1/);
    expect(text).toContain('silver.sales: 3 of 4 kept versions (--limit shows more)');
  });

  it('tell the version of Silver that an aggregate contains', async () => {
    const { json, text } = await history({ ...options, table: 'gold.totals', limit: 1 });
    expect(json.versions).toMatchObject([{ version: 1, batchId: null, silverVersion: 2 }]);
    expect(text).toContain('silver version');
  });

  it('show the rows of a time, and tell the times there are for one that is not', async () => {
    const asked = { ...options, table: 'silver.sales', columns: null, filters: [], sort: [] };
    const shown = { page: 1, pageSize: 5, sums: false, atVersion: null };
    const at = (time: string) => records({ ...asked, ...shown, atTimeMs: momentMs(time) });
    expect((await at('2026-11-21 10:00:00.5')).text).toContain('of 600 ');
    expect((await at('2026-11-21T11:00:01.2+01:00')).text).toContain('of 1,200');
    const failure = await failureOf(at('2026-11-22'));
    expect(failure).toMatchObject({
      code: 'TABLE_TIME_UNKNOWN',
      facts: { latest: 3, latestAt: '2026-11-21T10:00:05.000Z' },
    });
  });

  it('name the nearest tables for one that is not there', async () => {
    const failure = await failureOf(history({ ...options, table: 'sale', limit: 1 }));
    expect(failure).toMatchObject({ code: 'TABLE_UNKNOWN', facts: { known: 'silver.sales' } });
  });
});

it('there is a sentence instead of an empty list', async () => {
  const { text } = await tables({ ...options, dataFolder: join(disk.root, 'new') });
  expect(text).toBe('No tables yet: they appear with the first micro-batch.');
});

it.each(['soon', '2026-11', '2026-13-01', '2026-11-21T25:00', '10:00'])(
  'there is no time "%s"',
  (text) => expect(() => momentMs(text)).toThrow(/such as/),
);
