import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordSummaryRequest } from '../contract/records';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { testPack } from '../ledger/test-pack';
import { Records } from './records';

it('sums are exact over the rows that the filters let through, and null where there is none', async () => {
  const disk = await TestLake.open();
  const lake = new Lake(disk.folder);
  const records = new Records(lake, testPack, join(disk.root, 'spill'));
  try {
    const table = 'silver.clean';
    const types = { id: 'long', amount: 'decimal(12,2)', share: 'double', empty: 'integer' };
    disk.create(table, { ...types, name: 'string' });
    await disk.append(table, {
      rows: `SELECT i::BIGINT AS id, (i - 1.005)::DECIMAL(12,2) AS amount, i / 2 AS share,
        NULL::INTEGER AS empty, 'x' AS name FROM range(9) t(i)`,
    });
    const filters = [{ column: 'id', operator: 'between', until: 1 }];
    const summary = await records.summarise(recordSummaryRequest.parse({ table, filters }));
    expect(summary.rowCount).toBe(2);
    const nothing = { values: 0, sum: null, average: null, least: null, most: null };
    expect(summary.columns).toEqual([
      { name: 'id', type: 'BIGINT', values: 2, sum: '1', average: '0.50', least: '0', most: '1' },
      {
        ...{ name: 'amount', type: 'DECIMAL(12,2)', values: 2, sum: '-1.02' },
        ...{ average: '-0.51', least: '-1.01', most: '-0.01' },
      },
      { name: 'share', type: 'DOUBLE', values: 2, sum: 0.5, average: 0.25, least: 0, most: 0.5 },
      { name: 'empty', type: 'INTEGER', ...nothing },
    ]);
  } finally {
    await records.close();
    await lake.close();
    disk.close();
  }
});
