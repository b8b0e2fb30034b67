import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Lake } from './lake';
import { TableWatcher } from './table-watcher';
import { TestLake } from './test-lake';

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

describe('TableWatcher', () => {
  it('tells of a table that appears, of its new versions, and of nothing after close', async () => {
    const seen: string[] = [];
    const told = ({ table, version }: { table: string; version: number }) =>
      seen.push(`${table}@${version}`);
    const watcher = new TableWatcher(lake, told, { pollIntervalMs: 50 });
    disk.create('silver.sales', { id: 'long' });
    await vi.waitFor(() => expect(seen).toEqual(['silver.sales@0']), 5_000);
    disk.commit('silver.sales', [{ txn: { appId: 'query', version: 1 } }]);
    await vi.waitFor(() => expect(seen).toEqual(['silver.sales@0', 'silver.sales@1']), 5_000);
    watcher.close();
    disk.commit('silver.sales', [{ txn: { appId: 'query', version: 2 } }]);
    const next = new TableWatcher(lake, told, { pollIntervalMs: 50 });
    await vi.waitFor(() => expect(seen.at(-1)).toBe('silver.sales@2'), 5_000);
    next.close();
    expect(seen).toHaveLength(3);
  });

  it('hears of a commit long before its regular look', async () => {
    disk.create('silver.sales', { id: 'long' });
    const versions: number[] = [];
    const watcher = new TableWatcher(lake, ({ version }) => versions.push(version), {
      pollIntervalMs: 600_000,
    });
    await vi.waitFor(() => expect(versions).toEqual([0]), 5_000);
    disk.commit('silver.sales', [{ txn: { appId: 'query', version: 1 } }]);
    await vi.waitFor(() => expect(versions).toEqual([0, 1]), 5_000);
    watcher.close();
  });
});
