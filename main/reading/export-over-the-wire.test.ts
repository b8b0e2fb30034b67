import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequestProgress } from '../contract/running-request';
import type { ControlCenter } from '../control-center';
import { TestLake } from '../delta/test-lake';
import { connectToControl, type SocketClient } from '../hosts/socket-client';
import { openCenter } from '../http-api/test-api-center';

const subject = {
  kind: 'view' as const,
  name: 'many',
  sql: 'SELECT id, word FROM silver.many',
  sort: [{ column: 'word', descending: true }],
};
let disk: TestLake;
let place: string;
let center: ControlCenter;
let client: SocketClient;

beforeEach(async () => {
  disk = await TestLake.open();
  disk.create('silver.many', { id: 'long', word: 'string' });
  await disk.append('silver.many', {
    rows: 'SELECT i::BIGINT AS id, md5(i::VARCHAR) AS word FROM range(1000000) t(i)',
  });
  place = mkdtempSync(join(tmpdir(), 'deltadesk-export-'));
  mkdirSync(join(place, 'target'));
  center = await openCenter(disk.root);
  client = await connectToControl({ pid: process.pid, ...center.server });
});
afterEach(async () => {
  client.close();
  await center.shutdown();
  disk.close();
  rmSync(place, { recursive: true, force: true });
});

describe('exporting through the control center', () => {
  it('tells the presets of the pack', async () => {
    const answer = await client.invoke('exports.read', {});
    const presets = answer.ok ? answer.value.presets.map(({ preset }) => preset) : [];
    expect(presets).toEqual(expect.arrayContaining(['sales', 'star']));
  });

  it('tells the progress under its id, is cancelled by it, and leaves nothing', async () => {
    const folder = join(place, 'target');
    const told: RequestProgress[] = [];
    const stop = client.on('request.progressed', (progress) => {
      told.push(progress);
      void client.invoke('request.cancel', { requestId: progress.requestId });
    });
    const cancelled = await client.invoke('export.run', { subject, folder, requestId: 'export-1' });
    expect(cancelled).toMatchObject({ ok: false, failure: { code: 'EXPORT_CANCELLED' } });
    expect(told[0]?.requestId).toBe('export-1');
    expect(readdirSync(folder)).toEqual([]);
    stop();
    const done = await client.invoke('export.run', { subject, folder });
    expect(done).toMatchObject({ ok: true, value: { files: [{ rows: 1_000_000 }] } });
  });

  it('answers what cannot be done with its failure', async () => {
    const folder = join(place, 'missing');
    expect(await client.invoke('export.run', { subject, folder })).toMatchObject({
      ok: false,
      failure: { code: 'EXPORT_PATH_MISSING' },
    });
  });

  it('exports of another pack too, and keeps all of it in the history', async () => {
    const folder = join(place, 'target');
    const few = { ...subject, sql: 'SELECT id FROM silver.many WHERE id < 3', sort: [] };
    const done = await client.invoke('export.run', { subject: few, folder, pack: 'orders' });
    expect(done).toMatchObject({ ok: true, value: { files: [{ rows: 3 }] } });
    expect(done.ok && done.value.files[0]!.path).toMatch(/^orders_many_view_/);
    const unknown = await client.invoke('export.run', { subject: few, folder, pack: 'nothing' });
    expect(unknown).toMatchObject({ ok: false, failure: { code: 'PACK_UNKNOWN' } });
    const kept = await client.invoke('exportHistory.read', {});
    expect(kept.ok && kept.value.exports).toMatchObject([
      { pack: 'orders', status: 'done', rows: 3, selfCheck: 'passed', folder },
    ]);
  });
});
