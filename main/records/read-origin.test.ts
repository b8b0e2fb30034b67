import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordOriginRequest } from '../contract/records';
import type { StreamPack } from '../contract/stream-pack';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { Records } from './records';

let disk: TestLake;
let records: Records;
const table = 'silver.sales';
beforeAll(async () => {
  disk = await TestLake.open();
  disk.create(table, { id: 'long' });
  for (const batch of [0, 1]) {
    const rows = `SELECT i::BIGINT AS id FROM range(${batch * 10}, ${batch * 10 + 10}) t(i)`;
    const transaction = ['query', batch + 7] as const;
    await disk.append(table, { rows, transaction, timestampMs: 1_000 * (batch + 1) });
  }
  records = new Records(new Lake(disk.folder), {} as StreamPack, join(disk.root, 'spill'));
});
afterAll(async () => {
  await records.close();
  disk.close();
});

const originOf = (more: object) =>
  records.readOrigin(recordOriginRequest.parse({ table, ...more }));

describe('the origin of a row', () => {
  it('is the commit and the batch that brought its file', async () => {
    expect(await originOf({ offset: 0 })).toMatchObject({
      tableVersion: 2,
      file: 'part-2.parquet',
      addedAtVersion: 2,
      committedAtMs: 2_000,
      operation: 'WRITE',
      batchId: 8,
      silverVersion: null,
    });
    expect(await originOf({ offset: 10 })).toMatchObject({ addedAtVersion: 1, batchId: 7 });
  });

  it('follows the order and the filters of the page', async () => {
    const sort = [{ column: 'id', descending: false }];
    expect(await originOf({ offset: 0, sort })).toMatchObject({ batchId: 7 });
    const filters = [{ column: 'id', operator: 'equals', value: 13 }];
    expect(await originOf({ offset: 0, filters })).toMatchObject({ batchId: 8 });
  });

  it('after a compaction it is the compaction, which no batch made', async () => {
    const rows = 'SELECT i::BIGINT AS id FROM range(20) t(i)';
    const remove = ['part-1.parquet', 'part-2.parquet'];
    await disk.append(table, { rows, remove, dataChange: false });
    expect(await originOf({ offset: 0 })).toMatchObject({ addedAtVersion: 3, batchId: null });
    expect(await originOf({ offset: 0, atVersion: 2 })).toMatchObject({ batchId: 8 });
  });

  it('of a row that is not there is refused', async () => {
    await expect(originOf({ offset: 20 })).rejects.toMatchObject({
      failure: { code: 'REQUEST_INVALID' },
    });
  });
});
