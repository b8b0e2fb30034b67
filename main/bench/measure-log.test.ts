import { afterEach, beforeEach, expect, it } from 'vitest';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { measureLog } from './measure-log';

const table = 'silver.sales';
let disk: TestLake;
beforeEach(async () => {
  disk = await TestLake.open();
});
afterEach(() => disk.close());

it('a long log is read from its log checkpoint, commit by commit after it', async () => {
  disk.create(table, { id: 'long' });
  const signal = new AbortController().signal;
  const report = await measureLog(disk.folder, table, 1_000, signal);
  expect(report.versions).toBe(1_000);
  expect(report.afterCommit.p50).toBeGreaterThan(0);
  const { version, columns } = await new Lake(disk.folder).snapshot(table);
  expect({ version, columns }).toEqual({
    version: disk.version(table),
    columns: [{ name: 'id', type: 'long' }],
  });
});
