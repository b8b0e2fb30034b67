import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Lake } from './lake';
import { TestLake } from './test-lake';

const table = 'silver.sales';
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

const commitAt = (...times: number[]) =>
  times.forEach((timestamp) => disk.commit(table, [{ commitInfo: { timestamp } }]));
const versionAt = async (atMs: number) => (await lake.snapshot(table, { atMs })).version;

describe('a snapshot at a time', () => {
  it('is the version that was newest then', async () => {
    commitAt(5_000, 6_000, 7_000);
    const times = [1_000, 4_999, 5_000, 6_500, 7_000];
    expect(await Promise.all(times.map(versionAt))).toEqual([0, 0, 1, 2, 3]);
  });

  it('counts a commit whose clock was set back as just after the one before', async () => {
    commitAt(5_000, 3_000, 3_000, 8_000);
    expect(await versionAt(4_000)).toBe(0);
    expect(await versionAt(5_001)).toBe(2);
    expect(await versionAt(5_002)).toBe(3);
    expect(await versionAt(7_999)).toBe(3);
  });

  it('goes by the in-commit timestamp of a table that has it', async () => {
    disk.commit(table, [{ commitInfo: { timestamp: 9_000, inCommitTimestamp: 4_000 } }]);
    expect(await versionAt(4_000)).toBe(1);
  });

  it('is found among many', async () => {
    commitAt(...Array.from({ length: 1_000 }, (_, index) => 2_000 + index * 10));
    expect(await versionAt(2_000 + 617 * 10 + 9)).toBe(618);
  });

  it('is refused before the earliest and after the latest, which are named', async () => {
    commitAt(5_000);
    for (const atMs of [999, 5_001]) {
      await expect(versionAt(atMs)).rejects.toMatchObject({
        failure: {
          code: 'TABLE_TIME_UNKNOWN',
          facts: {
            ...{ table, at: new Date(atMs).toISOString(), earliest: 0, latest: 1 },
            earliestAt: '1970-01-01T00:00:01.000Z',
            latestAt: '1970-01-01T00:00:05.000Z',
          },
        },
      });
    }
  });

  it('is none where the log was cleaned up', async () => {
    commitAt(5_000);
    rmSync(disk.logFile(table, '00000000000000000000.json'));
    await expect(versionAt(2_000)).rejects.toMatchObject({ failure: { code: 'TABLE_UNREADABLE' } });
  });
});
