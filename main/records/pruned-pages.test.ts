import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { toFailure } from '../contract/failure';
import { recordPageRequest, recordSummaryRequest } from '../contract/records';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { testPack } from '../ledger/test-pack';
import { Records } from './records';

const table = 'silver.clean';
const kept = 3;
let disk: TestLake;
let lake: Lake;
let records: Records;

/** Ten files of a minute each. Only one is left on the disk: to open another would fail. */
beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  records = new Records(lake, testPack, join(disk.root, 'spill'));
  disk.create(table, { id: 'long', at: 'timestamp' });
  for (let minute = 0; minute < 10; minute++) {
    const { path } = await disk.append(table, {
      rows: `SELECT (${minute * 60} + i)::BIGINT AS id,
        TIMESTAMPTZ '2026-11-21 10:0${minute}:00Z' + to_seconds(i) AS at FROM range(60) t(i)`,
      stats: {
        minValues: { id: minute * 60, at: `2026-11-21T10:0${minute}:00.000Z` },
        maxValues: { id: minute * 60 + 59, at: `2026-11-21T10:0${minute}:59.000Z` },
        nullCount: { id: 0, at: 0 },
      },
    });
    if (minute !== kept) rmSync(join(disk.tableFolder(table), path));
  }
});
afterEach(async () => {
  await records.close();
  await lake.close();
  disk.close();
});

it.each([
  [{ column: 'id', operator: 'equals', value: '200' }, 1],
  [{ column: 'id', operator: 'in', values: [181, 239] }, 2],
  [
    {
      column: 'at',
      operator: 'between',
      from: '2026-11-21 10:03:10',
      until: '2026-11-21 10:03:19',
    },
    10,
  ],
] as const)('a filter of %j opens one file of ten', async (filter, count) => {
  const filters = [{ ...filter }] as never;
  const page = await records.readPage(recordPageRequest.parse({ table, filters }));
  expect(page.totalRows).toBe(count);
  expect(page.rows).toHaveLength(count);
  expect(page.rows.every(([id]) => Number(id) >= 180 && Number(id) < 240)).toBe(true);
  const summary = await records.summarise(recordSummaryRequest.parse({ table, filters }));
  expect(summary.rowCount).toBe(count);
});

it('a number beyond all whole numbers is compared like any other', async () => {
  disk.create('silver.ratios', { ratio: 'double' });
  await disk.append('silver.ratios', { rows: 'SELECT 1e300::DOUBLE AS ratio' });
  for (const [value, totalRows] of [
    [1e300, 1],
    [-1e300, 0],
  ] as const) {
    const filters = [{ column: 'ratio', operator: 'equals' as const, value }];
    const page = recordPageRequest.parse({ table: 'silver.ratios', filters });
    expect((await records.readPage(page)).totalRows).toBe(totalRows);
  }
});

it('a filter that no file can answer opens none', async () => {
  const filters = [{ column: 'id', operator: 'isNull' as const }];
  const page = await records.readPage(recordPageRequest.parse({ table, filters }));
  expect(page).toMatchObject({ totalRows: 0, rows: [] });
});

it('a filter that statistics say nothing of opens them all', async () => {
  const filters = [{ column: 'id', operator: 'notEquals' as const, value: 1 }];
  const page = records.readPage(recordPageRequest.parse({ table, filters }));
  expect(await page.then(() => null, toFailure)).toMatchObject({ code: 'TABLE_UNREADABLE' });
});
