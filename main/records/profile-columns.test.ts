import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnProfileRequest } from '../contract/column-profile';
import { recordPageRequest } from '../contract/records';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { shippedFolders } from '../settings/installation';
import { loadPack } from '../settings/load-pack';
import { Records } from './records';

let disk: TestLake;
let records: Records;
const table = 'silver.sales';
beforeAll(async () => {
  disk = await TestLake.open();
  const columns = { id: 'long', total: 'decimal(12,2)', name: 'string', jour: 'string' };
  disk.create(table, columns, ['jour']);
  const rows = (first: number) =>
    `SELECT i::BIGINT AS id, (i * 1.5)::DECIMAL(12,2) AS total,
      CASE WHEN i % 2 = 0 THEN 'même' END AS name FROM range(${first}, ${first + 4}) t(i)`;
  for (const [first, jour] of [
    [0, '2026-11-20'],
    [4, '2026-11-21'],
  ] as const) {
    const stats = {
      minValues: { id: first, total: first * 1.5, name: 'mêm' },
      maxValues: { id: first + 3, total: (first + 3) * 1.5, name: 'mêm' },
      nullCount: { id: 0, total: 0, name: 2 },
    };
    await disk.append(table, { rows: rows(first), partitionValues: { jour }, stats });
  }
  records = new Records(
    new Lake(disk.folder),
    loadPack(shippedFolders().resourcesFolder, 'sales').pack,
    join(disk.root, 'spill'),
    (of, column) => {
      if (of !== table) return null;
      if (column === 'total') return { en: 'Spending', fr: 'Dépense', unit: 'EUR' };
      return column === 'id' ? { en: 'Id', fr: 'Numéro' } : null;
    },
  );
});
afterAll(async () => {
  await records.close();
  disk.close();
});

async function profile(more: object = {}) {
  const read = await records.profileColumns(columnProfileRequest.parse({ table, ...more }));
  const column = (name: string) => read.columns.find((one) => one.name === name);
  return { read, column };
}

it('amounts are told of the pages and differences of a table too', async () => {
  const page = await records.readPage(recordPageRequest.parse({ table }));
  const diff = await records.readDiff({ table, fromVersion: 1, toVersion: 2, limit: 1 });
  for (const { columns } of [page, diff])
    expect(columns.filter(({ unit }) => unit)).toEqual([
      { name: 'total', type: 'DECIMAL(12,2)', unit: 'EUR' },
    ]);
});

describe('figures of columns', () => {
  it('of the log are exact, and missing where the log cuts values', async () => {
    const { read, column } = await profile();
    expect(read).toMatchObject({ rowCount: 8, tableVersion: 2, source: 'log' });
    expect(column('id')).toMatchObject({ nulls: 0, distinct: null, least: 0, most: 7 });
    expect([column('id')?.packText?.fr, column('name')?.packText]).toEqual(['Numéro', null]);
    expect(column('total')).toMatchObject({ least: '0.00', most: '10.50' });
    expect(column('name')).toMatchObject({ nulls: 4, least: null, most: null });
    expect(column('jour')).toMatchObject({
      isPartition: true,
      nulls: 0,
      distinct: 2,
      least: '2026-11-20',
      most: '2026-11-21',
    });
  });

  it('of the rows are complete, and agree with the log where it knows', async () => {
    const { column } = await profile({ source: 'rows' });
    expect(column('id')).toMatchObject({ nulls: 0, distinct: 8, isDistinctExact: true });
    expect(column('name')).toMatchObject({ nulls: 4, distinct: 1, least: 'même', most: 'même' });
    expect(column('total')).toMatchObject({ least: '0.00', most: '10.50' });
    expect(column('jour')).toMatchObject({ distinct: 2, least: '2026-11-20' });
  });

  it('are those of the version that is asked for', async () => {
    const { read, column } = await profile({ atVersion: 1, source: 'rows' });
    expect([read.rowCount, column('id')?.most]).toEqual([4, '3']);
  });
});
