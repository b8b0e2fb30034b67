import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequestProgress } from '../contract/running-request';
import type { ControlCenter } from '../control-center';
import { TestLake } from '../delta/test-lake';
import { connectToControl, type SocketClient } from '../hosts/socket-client';
import { openCenter } from '../http-api/test-api-center';

const table = 'silver.many';
let disk: TestLake;
let center: ControlCenter;
let client: SocketClient;

beforeEach(async () => {
  disk = await TestLake.open();
  disk.create(table, { id: 'long', word: 'string' });
  await disk.append(table, {
    rows: 'SELECT i::BIGINT AS id, md5(i::VARCHAR) AS word FROM range(1000000) t(i)',
  });
  center = await openCenter(disk.root);
  client = await connectToControl({ pid: process.pid, ...center.server });
});
afterEach(async () => {
  client.close();
  await center.shutdown();
  disk.close();
});

describe('reading through the control center', () => {
  it('tells the progress of a sort under its id, and cancels it', async () => {
    const told: RequestProgress[] = [];
    client.on('request.progressed', (progress) => {
      told.push(progress);
      void client.invoke('request.cancel', { requestId: progress.requestId });
    });
    const sort = ['word', 'id'].map((column) => ({ column, descending: true }));
    const page = await client.invoke('records.readPage', { table, sort, requestId: 'sort-1' });
    expect(page).toMatchObject({ ok: false, failure: { code: 'REQUEST_CANCELLED' } });
    expect(told[0]?.requestId).toBe('sort-1');
    const again = await client.invoke('records.readPage', { table, sort, limit: 1 });
    expect(again).toMatchObject({ ok: true, value: { totalRows: 1_000_000 } });
  });

  it('cancels a statement, and notes every one in the history', async () => {
    const sql = 'SELECT count(*) FROM range(100000000000) t(i) WHERE hash(i) = 1';
    const running = client.invoke('sql.run', { sql, requestId: 'sql-1' });
    const cancelled = await client.invoke('request.cancel', { requestId: 'sql-1' });
    expect(cancelled).toEqual({ ok: true, value: { cancelled: true } });
    expect(await running).toMatchObject({ ok: false, failure: { code: 'REQUEST_CANCELLED' } });
    await client.invoke('sql.run', { sql: `SELECT count(*) FROM ${table}` });
    const history = await client.invoke('sqlHistory.read', {});
    expect(history.ok && history.value.entries.map((one) => one.failureCode)).toEqual([
      null,
      'REQUEST_CANCELLED',
    ]);
  });

  it('saves, renames and deletes queries, and says which name is not allowed', async () => {
    await client.invoke('savedQuery.save', { name: 'Top', sql: 'SELECT 1' });
    const renamed = await client.invoke('savedQuery.rename', { name: 'Top', to: 'Best' });
    expect(renamed).toMatchObject({ ok: true, value: { queries: [{ name: 'Best' }] } });
    const refused = await client.invoke('savedQuery.save', { name: '../x', sql: 'SELECT 1' });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'REQUEST_INVALID' } });
    const left = await client.invoke('savedQuery.delete', { name: 'Best' });
    expect(left).toEqual({ ok: true, value: { queries: [] } });
  });

  it('lists the queries of the pack, and answers what their tables allow', async () => {
    const list = await client.invoke('queries.read', {});
    expect(list.ok && list.value.queries.length).toBeGreaterThan(20);
    const counts = await client.invoke('query.run', { name: 'table_counts' });
    expect(counts.ok && counts.value.rows).toContainEqual([table, '1000000']);
    const absent = await client.invoke('query.run', { name: 'kpi_tiles', atVersion: 1 });
    expect(absent).toMatchObject({ ok: false, failure: { code: 'TABLE_UNKNOWN' } });
    const versions = { fromVersion: 0, toVersion: 1, limit: 1 };
    const diff = await client.invoke('diff.read', { table, ...versions });
    expect(diff).toMatchObject({ ok: true, value: { added: 1_000_000, filesRead: 1 } });
  });
});
