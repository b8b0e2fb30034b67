import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toFailure } from '../contract/failure';
import { Lake } from './lake';
import { TestLake } from './test-lake';

const table = 'bronze.events';
let disk: TestLake;
let lake: Lake;

beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  disk.create(table, { id: 'long' });
});
afterEach(async () => {
  await lake.close();
  disk.close();
});

describe('a table that is known already', () => {
  it('does not wait for a commit that is missing before a newer one, but names it', async () => {
    expect((await lake.snapshot(table)).version).toBe(0);
    disk.commit(table, [{ txn: { appId: 'query', version: 2 } }], 2);
    const failure = await lake.snapshot(table).then(() => null, toFailure);
    expect(failure?.facts['reason']).toMatch(/^Version 1 cannot be read: 0*1\.json is missing/);
    disk.commit(table, [{ txn: { appId: 'query', version: 1 } }], 1);
    expect((await lake.snapshot(table)).version).toBe(2);
  });
});
