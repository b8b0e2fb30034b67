import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Lake } from '../delta/lake';
import { dataPaths } from '../settings/paths';
import { TestCenter, until } from '../test-center';

const table = 'bronze.ventes_stream';
let test: TestCenter;
let lake: Lake;
let tableFolder: string;

beforeAll(async () => {
  test = await TestCenter.create({
    ports: 'any',
    producer: { ratePerSecond: 40, seed: 5, count: null },
  });
  const paths = dataPaths(test.dataFolder);
  lake = new Lake(paths.delta);
  tableFolder = paths.table(table);
});
afterAll(async () => {
  await test.close();
  await lake.close();
});

const liveFiles = async () => (await lake.snapshot(table)).files.length;
const rowsAt = async (atVersion: number) => {
  const page = await test.ask('records.readPage', {
    table,
    atVersion,
    limit: 500,
    sort: [{ column: 'event_id', descending: false }],
  });
  return { totalRows: page.totalRows, rows: page.rows };
};
const dataFiles = () =>
  (readdirSync(tableFolder, { recursive: true }) as string[])
    .filter((path) => path.endsWith('.parquet') && !path.includes('_delta_log'))
    .map((path) => join(tableFolder, path));

/** As if files and versions up to that one were written so long ago. */
function age(upTo: number, hours: number): void {
  const then = Date.now() / 1_000 - hours * 3_600;
  for (let version = 0; version <= upTo; version++) {
    const commit = join(tableFolder, '_delta_log', `${String(version).padStart(20, '0')}.json`);
    if (existsSync(commit)) utimesSync(commit, then, then);
  }
  dataFiles().forEach((file) => utimesSync(file, then, then));
}

describe('compaction and vacuum by the real job', () => {
  it('need the running job', async () => {
    const asked = await test.center.api.invoke('table.compact', { table });
    expect(asked).toMatchObject({ failure: { code: 'TABLE_UNKNOWN' } });
    await test.start();
    expect(
      await test.center.api.invoke('table.vacuum', { table, retentionHours: 24 }),
    ).toMatchObject({
      failure: { code: 'VACUUM_NOT_CONFIRMED', facts: { hours: 24 } },
    });
  });

  it('put many small files together while the stream goes on, and keep every row', async () => {
    // Enough to put together, too few for the compaction that goes on by itself.
    await until(async () => [3, 4, 5].includes(await liveFiles()));
    const before = await lake.snapshot(table);
    const rowsBefore = await rowsAt(before.version);
    const batch = () => test.parts.streaming.read(Date.now()).lastBatchId ?? 0;
    const batchBefore = batch();
    const percents: number[] = [];
    const off = test.center.on('request.progressed', ({ percent }) => percents.push(percent));
    const done = await test.ask('table.compact', { table, requestId: 'compact-1' });
    off();
    expect(done.filesBefore).toBeGreaterThan(2);
    // One of each partition value.
    const days = new Set(before.files.map((file) => JSON.stringify(file.partitionValues)));
    expect(done.filesAfter).toBeLessThanOrEqual(days.size + 1);
    expect(done.longestWaitMs).toBeLessThan(2_000);
    expect(percents.length).toBeGreaterThan(0);
    const { versions } = await test.ask('tables.history', { table, limit: 200 });
    expect(versions.find(({ version }) => version === done.tableVersion)).toMatchObject({
      operation: 'OPTIMIZE',
      rowsAdded: 0,
      rowsRemoved: 0,
    });
    const [at, justBefore] = await Promise.all([
      rowsAt(done.tableVersion),
      rowsAt(done.tableVersion - 1),
    ]);
    expect(at).toEqual(justBefore);
    expect(await rowsAt(before.version)).toEqual(rowsBefore);
    await until(() => batch() >= batchBefore + 2);
    expect((await test.ask('overview.read', {})).pipeline.state).toBe('running');
  });

  it('delete only what no version within the retention needs', async () => {
    expect(await test.ask('table.vacuum', { table })).toMatchObject({
      files: 0,
      retentionHours: 168,
    });
    // What lies on disk now becomes three hours old; what comes later is young.
    const aged = (await lake.snapshot(table)).version;
    age(aged, 3);
    await until(async () => (await lake.snapshot(table)).version > aged + 2);
    const open = await lake.snapshot(table);
    const openRows = await rowsAt(open.version);
    await test.ask('table.compact', { table });
    const onDisk = dataFiles();
    const asked = { table, retentionHours: 2 };
    const listed = await test.ask('table.vacuum', { ...asked, dryRun: true });
    expect(listed).toMatchObject({ deleted: false });
    expect(listed.files).toBeGreaterThan(2);
    expect(onDisk.every((file) => existsSync(file))).toBe(true);
    const done = await test.ask('table.vacuum', { ...asked, confirmation: 'vacuum' });
    expect(done).toMatchObject({ deleted: true, files: listed.files, keptFromVersion: aged });
    expect(onDisk.filter((file) => !existsSync(file))).toHaveLength(done.files);
    // A reader of the version before the compaction, and of every version that is said to be kept.
    expect(open.files.every(({ path }) => existsSync(path))).toBe(true);
    expect(await rowsAt(open.version)).toEqual(openRows);
    for (let version = done.keptFromVersion; version <= open.version; version++)
      expect((await rowsAt(version)).totalRows).toBeGreaterThan(0);
    const gone = await test.center.api.invoke('records.readPage', { table, atVersion: 2 });
    expect(gone).toMatchObject({ ok: false });
  });

  it('leave the ledger closed, and end with the job', async () => {
    await test.parts.producer.stop();
    await until(async () => (await test.ask('lag.read', {})).lag === 0);
    expect(await test.ask('ledger.verify', {})).toMatchObject({ ok: true, pending: 0 });
    await test.ask('pipeline.stop', {});
    const stopped = await test.center.api.invoke('table.compact', { table });
    expect(stopped).toMatchObject({ failure: { code: 'UPKEEP_JOB_NOT_RUNNING' } });
    const { rows } = await test.ask('sql.run', {
      sql: "SELECT message FROM ops.event_log WHERE message LIKE 'Compacted %'",
    });
    expect(JSON.stringify(rows)).toMatch(/Compacted bronze\.ventes_stream: \d+ files became/);
  });
});
