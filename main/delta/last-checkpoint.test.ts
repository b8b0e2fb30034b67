import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Lake } from './lake';
import { LogCheckpointReader } from './log-checkpoint-reader';
import { testCheckpointRows } from './test-checkpoint-rows';
import { TestLake } from './test-lake';
import { TransactionLog } from './transaction-log';

const table = 'bronze.events';
let disk: TestLake;

const hint = (text: string) => writeFileSync(disk.logFile(table, '_last_checkpoint'), text);

beforeEach(async () => {
  disk = await TestLake.open();
  disk.create(table, { id: 'long', jour: 'string' }, ['jour']);
  for (const jour of ['2026-11-20', null]) {
    await disk.append(table, { rows: 'SELECT 1::BIGINT AS id', partitionValues: { jour } });
  }
  disk.commit(table, [{ commitInfo: { timestamp: 11_000 } }]);
  const lake = new Lake(disk.folder);
  const rows = (await testCheckpointRows(lake, table)).join(' UNION ALL BY NAME ');
  const file = disk.logFile(table, '00000000000000000003.checkpoint.parquet');
  await disk.connection.run(`COPY (${rows}) TO '${file}' (FORMAT parquet)`);
  disk.commit(table, [{ commitInfo: { timestamp: 12_000 } }]);
  disk.commit(table, [{ commitInfo: { timestamp: 12_001 } }]);
  hint('{"version":3,"size":4}');
});
afterEach(() => disk.close());

class CountedLog extends TransactionLog {
  listings = 0;
  override list() {
    this.listings += 1;
    return super.list();
  }
}

async function load(atVersion: number | null) {
  const reader = new LogCheckpointReader();
  const log = new CountedLog(table, disk.tableFolder(table), reader);
  const state = await log.load(atVersion).finally(() => reader.close());
  return { version: state.version, files: state.toSnapshot().files.length, listings: log.listings };
}

const logFile = (version: number, end: string) =>
  disk.logFile(table, `0000000000000000000${version}.${end}`);

it('a log that was cleaned up to its newest log checkpoint, and later to the next, is followed', async () => {
  for (const version of [0, 1, 2, 3, 4, 5]) rmSync(logFile(version, 'json'));
  const lake = new Lake(disk.folder);
  expect((await lake.snapshot(table)).version).toBe(3);
  copyFileSync(logFile(3, 'checkpoint.parquet'), logFile(6, 'checkpoint.parquet'));
  hint('{"version":6,"size":4}');
  expect((await lake.snapshot(table)).version).toBe(6);
  await lake.close();
});

describe('_last_checkpoint', () => {
  it('spares listing the log', async () => {
    expect(await load(null)).toEqual({ version: 5, files: 2, listings: 0 });
    expect(await load(4)).toEqual({ version: 4, files: 2, listings: 0 });
    expect(await load(2)).toEqual({ version: 2, files: 2, listings: 1 });
  });

  it.each(['{"version":9,"size":4}', '{"version":3,"parts":2}', '{"vers', '{}', 'null'])(
    'that is wrong, as %s, is passed over',
    async (text) => {
      hint(text);
      expect(await load(null)).toEqual({ version: 5, files: 2, listings: 1 });
    },
  );

  it('does not hide a missing commit', async () => {
    rmSync(disk.logFile(table, '00000000000000000004.json'));
    await expect(load(null)).rejects.toMatchObject({
      failure: { facts: { reason: expect.stringContaining('04.json is missing') as string } },
    });
  });
});
