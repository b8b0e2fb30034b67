import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { readlinkSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toFailure } from '../contract/failure';
import type { MoveProgress } from '../contract/move';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { acquireInstanceLock } from '../supervisor/instance-lock';
import { dataPaths } from '../settings/paths';
import { listFolder } from './folder-files';
import { moveDataFolder, removeOldFolder } from './move-data-folder';
import { requireRoom } from './move-target';
import { verifyCopy } from './verify-copy';

let testLake: TestLake;
let from: string;
let to: string;
beforeEach(async () => {
  testLake = await TestLake.open();
  from = testLake.root;
  to = `${from}-moved`;
  testLake.create('silver.clean', { id: 'integer' });
  await testLake.append('silver.clean', { rows: 'SELECT 1::INTEGER AS id FROM range(7)' });
  writeFileSync(join(from, 'settings.yaml'), 'a: 1');
  utimesSync(join(from, 'settings.yaml'), 1_000, 1_000);
  symlinkSync('settings.yaml', join(from, 'link'));
});
afterEach(() => {
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) testLake.close();
});

const move = (target = to, onProgress: (progress: MoveProgress) => void = () => undefined) =>
  moveDataFolder(from, target, onProgress);
const failureOf = (promise: Promise<unknown>) => promise.then(() => null, toFailure);

describe('moveDataFolder', () => {
  it('copies everything, tells how far it is, and leaves the old folder as it was', async () => {
    const before = await listFolder(from);
    const progress: MoveProgress[] = [];
    const done = await move(to, (one) => progress.push(one));
    expect(done).toMatchObject({ from, to, files: 4, tables: 1, removedOld: false });
    expect(progress).toHaveLength(4);
    expect(progress.at(-1)).toMatchObject({ files: 4, ofFiles: 4, sizeBytes: done.sizeBytes });
    expect(statSync(join(to, 'settings.yaml')).mtimeMs).toBe(1_000_000);
    expect(readlinkSync(join(to, 'link'))).toBe('settings.yaml');
    const lake = new Lake(dataPaths(to).delta);
    expect((await lake.snapshot('silver.clean')).files[0]?.path).toContain(to);
    await lake.close();
    const names = (entries: typeof before) => entries.map(({ path }) => path);
    expect(names(await listFolder(from))).toEqual(expect.arrayContaining(names(before)));
    expect(readdirSync(dataPaths(from).run)).toEqual([]);
  });

  it.each([
    ['itself', () => from, /the data folder, or inside it/],
    ['a folder inside it', () => join(from, 'delta', 'new'), /or inside it/],
    ['a folder around it', () => join(from, '..'), /the data folder is inside it/],
    ['a folder that is not empty', () => join(`${from}-moved`, 'full'), /it is not empty/],
    ['a file', () => join(`${from}-moved`, 'full', 'file'), /it is a file/],
    ['a link into itself', () => join(`${from}-moved`, 'link', 'new'), /or inside it/],
  ])('refuses %s', async (_, target, reason) => {
    mkdirSync(join(to, 'full'), { recursive: true });
    writeFileSync(join(to, 'full', 'file'), '');
    symlinkSync(from, join(to, 'link'));
    const failure = await failureOf(move(target()));
    expect(failure).toMatchObject({ code: 'MOVE_TARGET_UNFIT' });
    expect(failure?.facts['reason']).toMatch(reason);
  });

  it('refuses what is not there, and where the system makes no folder', async () => {
    const nothing = moveDataFolder(join(from, 'nothing'), to, () => undefined);
    expect(await failureOf(nothing)).toMatchObject({ code: 'DATA_FOLDER_DENIED' });
    expect([to, join(from, 'nothing')].map(existsSync)).toEqual([false, false]);
    if (process.platform !== 'linux') return;
    expect(await failureOf(move('/proc/moved'))).toMatchObject({ code: 'MOVE_TARGET_UNFIT' });
  });

  it('refuses a folder that is in use, and a disk without room', async () => {
    const lock = await acquireInstanceLock(dataPaths(from));
    expect(await failureOf(move())).toMatchObject({ code: 'DATA_FOLDER_LOCKED' });
    await lock.release();
    expect(await failureOf(requireRoom(from, 1e18))).toMatchObject({
      code: 'MOVE_NO_SPACE',
      facts: { folder: from },
    });
  });

  it('sees a copy that lacks bytes, or a table whose files are elsewhere', async () => {
    await move();
    const entries = await listFolder(from);
    writeFileSync(join(to, 'settings.yaml'), 'a: 12');
    expect((await failureOf(verifyCopy(from, to, entries)))?.facts['reason']).toContain(
      join(to, 'settings.yaml'),
    );
    rmSync(to, { recursive: true });
    const path = `file://${from}/delta/silver/clean/part-1.parquet`;
    const size = statSync(join(from, 'delta/silver/clean/part-1.parquet')).size;
    testLake.commit('silver.clean', [
      { add: { path, size, partitionValues: {}, dataChange: true } },
    ]);
    expect(await failureOf(move())).toMatchObject({ code: 'MOVE_NOT_VERIFIED' });
  });
});

describe('removeOldFolder', () => {
  it('removes it only while it is what was copied', async () => {
    expect(await failureOf(removeOldFolder(from, to))).toMatchObject({ code: 'MOVE_TARGET_UNFIT' });
    await move();
    writeFileSync(join(from, 'new'), 'used since');
    expect(await failureOf(removeOldFolder(from, to))).toMatchObject({
      code: 'MOVE_SOURCE_CHANGED',
    });
    rmSync(join(from, 'new'));
    await removeOldFolder(from, to);
    expect(existsSync(from)).toBe(false);
    expect(readFileSync(join(to, 'settings.yaml'), 'utf8')).toBe('a: 1');
  });
});
