import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Lake } from './lake';
import { LogCheckpointReader } from './log-checkpoint-reader';
import { commitFileName } from './log-files';
import { testCheckpointRows } from './test-checkpoint-rows';
import { TestLake, testMetadata } from './test-lake';
import { TransactionLog } from './transaction-log';

const table = 'bronze.events';
let disk: TestLake;
let lake: Lake;

beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  disk.create(table, { id: 'long', jour: 'string' }, ['jour']);
  for (const [batchId, jour] of ['2026-11-20', '2026-11-21', null].entries()) {
    await disk.append(table, {
      rows: `SELECT ${batchId}::BIGINT AS id`,
      partitionValues: { jour },
      transaction: ['query', batchId],
      timestampMs: 10_000 + batchId,
    });
  }
});
afterEach(async () => {
  await lake.close();
  disk.close();
});

const checkpointRows = () => testCheckpointRows(lake, table);
const write = (name: string, rows: string[]) =>
  disk.connection.run(
    `COPY (${rows.join(' UNION ALL BY NAME ')}) TO '${disk.logFile(table, name)}' (FORMAT parquet)`,
  );
const removeCommits = (versions: number[]) =>
  versions.forEach((version) => rmSync(disk.logFile(table, commitFileName(version))));
const single = '00000000000000000003.checkpoint.parquet';
const part = (number: number) =>
  `00000000000000000003.checkpoint.000000000${number}.0000000002.parquet`;

async function expectWhole(reader: Lake) {
  const snapshot = await reader.snapshot(table);
  expect(snapshot.version).toBe(3);
  expect(snapshot.committedAtMs).toBe(10_002);
  expect(snapshot.files.map((file) => file.partitionValues['jour'])).toEqual([
    '2026-11-20',
    '2026-11-21',
    null,
  ]);
  expect(snapshot.files.map((file) => file.rows)).toEqual([1, 1, 1]);
  expect(snapshot.transactions.get('query')).toBe(2);
}

describe('log checkpoints', () => {
  it('stand for the commits that clean-up removed', async () => {
    await write(single, await checkpointRows());
    removeCommits([0, 1, 2]);
    await expectWhole(new Lake(disk.folder));
  });

  it('are read in several parts, and only when no part is missing', async () => {
    const [first, ...others] = await checkpointRows();
    await write(part(1), [first!]);
    await expectWhole(new Lake(disk.folder));
    await write(part(2), others);
    removeCommits([0, 1, 2]);
    await expectWhole(new Lake(disk.folder));
  });

  it('are passed over when torn while the commits are still there', async () => {
    writeFileSync(disk.logFile(table, single), 'PAR1 and then nothing');
    await expectWhole(new Lake(disk.folder));
  });

  it('are followed by the commits after them', async () => {
    await write(single, await checkpointRows());
    removeCommits([0, 1, 2, 3]);
    await disk.append(table, { rows: 'SELECT 9::BIGINT AS id' });
    disk.commit(table, [{ commitInfo: { timestamp: 12_000 } }], 4);
    const snapshot = await new Lake(disk.folder).snapshot(table);
    expect(snapshot.version).toBe(4);
    expect(snapshot.files).toHaveLength(3);
    expect(snapshot.files[0]!.addedAtVersion).toBeNull();
  });

  it('let a reader that fell behind a clean-up catch up', async () => {
    await lake.snapshot(table);
    await write(single, await checkpointRows());
    removeCommits([0, 1, 2, 3]);
    disk.commit(table, [{ commitInfo: { timestamp: 12_000 } }], 4);
    expect((await lake.snapshot(table)).version).toBe(4);
  });

  it('are the new start when clean-up comes between listing and reading', async () => {
    const rows = await checkpointRows();
    class CleanedLog extends TransactionLog {
      private listings = 0;
      override async list() {
        const listing = await super.list();
        if (++this.listings > 1) return listing;
        await write(single, rows);
        removeCommits([0, 1, 2]);
        return listing;
      }
    }
    const reader = new LogCheckpointReader();
    const log = new CleanedLog(table, disk.tableFolder(table), reader);
    expect((await log.load(null)).toSnapshot().files).toHaveLength(3);
    await reader.close();
  });

  it('of the v2 kind are read with their sidecars', async () => {
    const [first, ...others] = await checkpointRows();
    const unique = '80a083e8-7026-4e79-81be-64bd76c43a11';
    mkdirSync(disk.logFile(table, '_sidecars'));
    for (const [index, row] of others.entries()) await write(`_sidecars/${index}.parquet`, [row]);
    const sidecars = others.map((_, index) => ({
      ...{ path: `${index}.parquet`, sizeInBytes: 1, modificationTime: 1 },
    }));
    removeCommits([0, 1, 2]);
    const json = [
      { metaData: testMetadata({ id: 'long', jour: 'string' }, ['jour']) },
      { protocol: { minReaderVersion: 3, minWriterVersion: 7, readerFeatures: ['v2Checkpoint'] } },
      { txn: { appId: 'query', version: 2 } },
      ...sidecars.map((sidecar) => ({ sidecar })),
    ];
    const jsonName = `00000000000000000003.checkpoint.${unique}.json`;
    const lines = json.map((action) => JSON.stringify(action)).join('\n');
    writeFileSync(disk.logFile(table, jsonName), lines);
    await expectWhole(new Lake(disk.folder));
    rmSync(disk.logFile(table, jsonName));
    const rows = sidecars.map(({ path }) => `SELECT {path: '${path}'} AS sidecar`);
    await write(`00000000000000000003.checkpoint.${unique}.parquet`, [first!, ...rows]);
    await expectWhole(new Lake(disk.folder));
  });
});
