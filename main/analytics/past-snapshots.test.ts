import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { PastSnapshots } from './past-snapshots';

const silver = 'silver.clean';
const rows = 'SELECT 1::BIGINT AS id';
let disk: TestLake;
let lake: Lake;
let past: PastSnapshots;

beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  past = new PastSnapshots(lake, silver);
  disk.create(silver, { id: 'long' });
  for (let batch = 0; batch < 9; batch++) {
    await disk.append(silver, {
      rows,
      transaction: ['query', batch],
      timestampMs: 1_000 * (batch + 1),
    });
  }
});
afterEach(async () => {
  await lake.close();
  disk.close();
});

/** Versions of a table as of each version of Silver from 1 on. */
const versionsOf = async (table: string) => {
  const versions: number[] = [];
  for (let version = 1; version <= 9; version++) {
    versions.push((await past.asOf(version)(table)).version);
  }
  return versions;
};

describe('a table as it was at a version of Silver', () => {
  it('is, of an aggregate, the version that contains it, or the one before a coalesced one', async () => {
    disk.create('gold.sums', { id: 'long' });
    for (const contained of [1, 2, 5, 6]) {
      await disk.append('gold.sums', { rows, transaction: [`silver:${silver}`, contained] });
      if (contained === 5) await disk.append('gold.sums', { rows, dataChange: false });
    }
    expect(await versionsOf('gold.sums')).toEqual([1, 2, 2, 2, 4, 5, 5, 5, 5]);
  });

  it('is, of a table of rows, the version of the same micro-batch, however late it came', async () => {
    disk.create('bronze.raw', { id: 'long' });
    for (const batch of [0, 1, 1, 4, 8, 9]) {
      await disk.append('bronze.raw', { rows, transaction: ['query', batch], timestampMs: 99_000 });
    }
    expect(await versionsOf('bronze.raw')).toEqual([1, 3, 3, 3, 4, 4, 4, 4, 5]);
  });

  it('is, of any other table, the version of the same time', async () => {
    disk.create('quality.notes', { id: 'long' });
    for (const timestampMs of [1_500, 4_000, 99_000]) {
      await disk.append('quality.notes', { rows, timestampMs });
    }
    expect(await versionsOf('quality.notes')).toEqual([0, 1, 1, 2, 2, 2, 2, 2, 2]);
  });

  it('is not to be had once its log was cleaned up', async () => {
    disk.create('gold.sums', { id: 'long' });
    for (const contained of [5, 6]) {
      await disk.append('gold.sums', { rows, transaction: [`silver:${silver}`, contained] });
    }
    await lake.snapshot('gold.sums');
    rmSync(disk.logFile('gold.sums', '00000000000000000000.json'));
    await expect(past.asOf(4)('gold.sums')).rejects.toMatchObject({
      failure: { code: 'TABLE_UNREADABLE', facts: { table: 'gold.sums' } },
    });
  });

  it('is the object that it was as the newest', async () => {
    const newest = await past.at(silver, null);
    await disk.append(silver, { rows });
    expect((await past.at(silver, null)).version).toBe(newest.version + 1);
    expect(await past.at(silver, newest.version)).toBe(newest);
  });

  it('is read once, and again after a reset', async () => {
    const first = await past.at(silver, 3);
    expect(await past.at(silver, 3)).toBe(first);
    rmSync(disk.tableFolder(silver), { recursive: true });
    disk.create(silver, { id: 'long' });
    for (let batch = 0; batch < 4; batch++) await disk.append(silver, { rows });
    const again = await past.at(silver, 3);
    expect(again).not.toBe(first);
    expect(again.files.map(({ path }) => path)).not.toEqual(first.files.map(({ path }) => path));
  });
});
