import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Lake } from './lake';
import { TestLake, testMetadata } from './test-lake';

const table = 'silver.sales';
let disk: TestLake;
let lake: Lake;

beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
});
afterEach(async () => {
  await lake.close();
  disk.close();
});

const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error) => error.failure as unknown,
  );

describe('refuseUnsupported', () => {
  it.each([
    ['typeWidening', { minReaderVersion: 3, readerFeatures: ['typeWidening', 'timestampNtz'] }, {}],
    ['reader version 4', { minReaderVersion: 4 }, {}],
    ['columnMapping', { minReaderVersion: 1 }, { 'delta.columnMapping.mode': 'name' }],
  ])('refuses %s', async (feature, protocol, configuration) => {
    disk.commit(table, [
      { protocol: { minWriterVersion: 7, ...protocol } },
      { metaData: { ...testMetadata({ id: 'long' }), configuration } },
    ]);
    const failure = await failureOf(lake.snapshot(table));
    expect(failure).toMatchObject({ code: 'TABLE_FEATURE_UNSUPPORTED', facts: { table, feature } });
  });

  it.each([
    ['a feature that only may occur', { minReaderVersion: 3, readerFeatures: ['deletionVectors'] }],
    ['column mapping that is not in use', { minReaderVersion: 2 }],
  ])('reads a table with %s', async (_, protocol) => {
    disk.commit(table, [
      { protocol: { minWriterVersion: 7, ...protocol } },
      { metaData: testMetadata({ id: 'long' }) },
    ]);
    expect((await lake.snapshot(table)).version).toBe(0);
  });

  it('refuses a file with a deletion vector although the protocol says nothing', async () => {
    disk.create(table, { id: 'long' });
    disk.commit(table, [
      { add: { path: 'a.parquet', partitionValues: {}, size: 1, deletionVector: {} } },
    ]);
    const failure = await failureOf(lake.snapshot(table));
    expect(failure).toMatchObject({ facts: { feature: 'deletionVectors' } });
  });
});
