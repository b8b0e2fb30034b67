import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toFailure } from '../contract/failure';
import type { ResetLevel } from '../contract/reset';
import { prepareDataFolder } from '../settings/data-folder';
import { dataPaths, type DataPaths } from '../settings/paths';
import { planReset } from './plan-reset';
import { writeIntent } from './reset-intent';
import { finishReset, runReset } from './run-reset';

const files = [
  'kafka/storage/meta.properties',
  'delta/silver/clean/_delta_log/00000000000000000000.json',
  'delta/quality/batches/part-1.parquet',
  'checkpoints/sales/metadata',
  'checkpoints/sales/event-ids/CURRENT',
  'checkpoints/orders/offsets/0',
  'producer/sales/record-000001.csv',
  'logs/app.log',
  'logs/broker.log.1',
  'settings.yaml',
  'exports/sales.csv',
  'saved-queries/mine.sql',
  'streams/own/stream.json',
];
let paths: DataPaths;

beforeEach(async () => {
  paths = dataPaths(mkdtempSync(join(tmpdir(), 'deltadesk-reset-')));
  await prepareDataFolder(paths.dataFolder);
  for (const file of files) {
    const path = join(paths.dataFolder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'content');
  }
});
afterEach(() => rmSync(paths.dataFolder, { recursive: true }));

const remaining = () => files.filter((file) => existsSync(join(paths.dataFolder, file)));
const startOf = (pack: string) =>
  JSON.parse(readFileSync(join(paths.checkpoint(pack), 'reset.json'), 'utf8')) as unknown;
const reset = (level: ResetLevel, from: 'earliest' | 'latest' = 'latest') =>
  runReset(paths, { level, from, confirmation: level });
const without = (pattern: RegExp) => files.filter((file) => !pattern.test(file));

describe('runReset', () => {
  it('forgets the checkpoints of every pack and says where the next ones begin', async () => {
    const done = await reset('checkpoints');
    expect(remaining()).toEqual(without(/^checkpoints/));
    expect([startOf('sales'), startOf('orders')]).toEqual([{ from: 'end' }, { from: 'end' }]);
    expect(done.deleted).toMatchObject([{ what: 'checkpoints', files: 3, sizeBytes: 21 }]);
    await reset('checkpoints', 'earliest');
    expect(startOf('sales')).toEqual({ from: 'earliest' });
  });

  it('deletes the tables, which are then read again from the first record', async () => {
    await reset('data');
    expect(remaining()).toEqual(without(/^(checkpoints|delta)/));
    expect(startOf('sales')).toEqual({ from: 'earliest' });
  });

  it('deletes everything but what a person made, and leaves no rubbish', async () => {
    await reset('everything');
    expect(remaining()).toEqual(without(/^(checkpoints|delta|kafka|producer|logs.*1$)/));
    expect(readFileSync(paths.log('app'), 'utf8')).toBe('');
    expect(existsSync(paths.checkpoints)).toBe(false);
    expect(readdirSync(paths.run)).toEqual([]);
  });

  it.each(['data', 'everything'] as const)('deletes nothing of %s unconfirmed', async (level) => {
    const request = { level, from: 'latest' as const, confirmation: 'yes' };
    const failure = await runReset(paths, request).then(() => null, toFailure);
    expect(failure).toMatchObject({ code: 'RESET_NOT_CONFIRMED', facts: { level } });
    expect(remaining()).toEqual(files);
  });

  it('follows no link: neither out of a table nor instead of one', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'deltadesk-outside-'));
    writeFileSync(join(outside, 'precious'), '');
    symlinkSync(outside, join(paths.delta, 'link'));
    expect((await planReset(paths, 'data')).deletes[0]).toMatchObject({ files: 3 });
    await reset('data');
    expect(existsSync(join(outside, 'precious'))).toBe(true);

    symlinkSync(outside, paths.delta);
    const failure = await reset('data').then(() => null, toFailure);
    expect(failure).toMatchObject({ code: 'FOLDER_NOT_REMOVED', facts: { folder: paths.delta } });
    expect(existsSync(paths.resetIntent)).toBe(false);
    expect(existsSync(join(outside, 'precious'))).toBe(true);
    rmSync(outside, { recursive: true });
  });
});

describe('finishReset', () => {
  const atUtc = '2026-11-21T00:00:00.000Z';

  it('does nothing where no reset was begun, but removes what one threw away', async () => {
    const trash = join(paths.run, 'trash-1', 'delta');
    mkdirSync(trash, { recursive: true });
    expect(await finishReset(paths)).toBeNull();
    expect(remaining()).toEqual(files);
    expect(existsSync(trash)).toBe(false);
  });

  it.each(['nothing', 'some folders', 'every folder'])(
    'finishes a reset that had moved %s',
    async (moved) => {
      await writeIntent(paths, { level: 'data', from: 'latest', packs: ['sales'], atUtc });
      if (moved !== 'nothing') rmSync(paths.delta, { recursive: true });
      if (moved === 'every folder') rmSync(paths.checkpoints, { recursive: true });
      expect(await finishReset(paths)).toMatchObject({ level: 'data' });
      expect(remaining()).toEqual(without(/^(checkpoints|delta)/));
      expect(startOf('sales')).toEqual({ from: 'earliest' });
      expect(await finishReset(paths)).toBeNull();
    },
  );

  it('refuses to guess what a damaged note has meant', async () => {
    writeFileSync(paths.resetIntent, '{"level":');
    expect(await finishReset(paths).then(() => null, toFailure)).toMatchObject({
      code: 'FOLDER_NOT_REMOVED',
      facts: { folder: paths.resetIntent },
    });
    expect(remaining()).toEqual(files);
  });
});
