import { existsSync, writeFileSync } from 'node:fs';
import { cp, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Handlers } from '../contract/api';
import { TestLake } from '../delta/test-lake';
import { overSample } from './over-sample';
import { SampleLakehouse } from './sample-lakehouse';

const resourcesFolder = join(__dirname, '../../resources');
let disk: TestLake;
let isStopped: boolean;
let changes: number;
let sample: SampleLakehouse;

beforeEach(async () => {
  disk = await TestLake.open('sample/delta');
  disk.create('silver.some_rows', { n: 'integer' });
  await disk.append('silver.some_rows', { rows: 'SELECT 7::INTEGER AS n' });
  writeFileSync(
    join(disk.root, 'sample', 'sample.json'),
    JSON.stringify({ pack: 'sales', fromMs: 1, toMs: 2 }),
  );
  isStopped = true;
  changes = 0;
  sample = new SampleLakehouse({
    folder: join(disk.root, 'sample'),
    resourcesFolder,
    spillFolder: join(disk.root, 'spill'),
    isStopped: () => isStopped,
    onChange: () => (changes += 1),
  });
});
afterEach(async () => {
  await sample.close();
  disk.close();
});

/** Name, size and time of every file below a folder. */
async function filesOf(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).sort();
  const all = names.map(async (name) => {
    const { size, mtimeMs } = await stat(join(folder, name));
    return `${name} ${size} ${mtimeMs}`;
  });
  return Promise.all(all);
}

describe('the sample lakehouse', () => {
  it('shows its tables while it is open, and not after it was left', async () => {
    expect(sample.shown).toBeNull();
    await sample.open();
    expect(sample.shown?.tables.map(({ table, rows }) => [table, rows])).toEqual([
      ['silver.some_rows', 1],
    ]);
    sample.leave();
    expect(sample.shown).toBeNull();
    expect(changes).toBe(2);
  });

  it('is told once, however often it is opened or left', async () => {
    await Promise.all([sample.open(), sample.open()]);
    await sample.open();
    sample.leave();
    sample.leave();
    expect(changes).toBe(2);
  });

  it('is left as it was by everything that reads it', async () => {
    const folder = join(disk.root, 'sample');
    const before = await filesOf(folder);
    await sample.open();
    const { reading } = sample.shown!;
    const sql = 'SELECT n FROM silver.some_rows UNION ALL SELECT count(*) FROM ops.runs ORDER BY 1';
    const { rows } = await reading.runSql({ sql, rowLimit: 10, timeoutMs: 10_000 });
    expect(rows.flat().map(Number)).toEqual([0, 7]);
    await reading.listQueries();
    await sample.close();
    expect(await filesOf(folder)).toEqual(before);
  });

  it('is refused while the pipeline runs', async () => {
    isStopped = false;
    await expect(sample.open()).rejects.toMatchObject({
      failure: { code: 'SAMPLE_NOT_WHILE_RUNNING' },
    });
  });

  it('can be opened once it is there, after it was missed', async () => {
    const folder = join(disk.root, 'elsewhere');
    const late = new SampleLakehouse({
      ...{ folder, resourcesFolder, spillFolder: folder },
      ...{ isStopped: () => true, onChange: () => undefined },
    });
    await expect(late.open()).rejects.toMatchObject({
      failure: { code: 'SAMPLE_MISSING', facts: { folder } },
    });
    expect(existsSync(folder)).toBe(false);
    await mkdir(folder);
    await cp(join(disk.root, 'sample'), folder, { recursive: true });
    await late.open();
    expect(late.shown?.tables).toHaveLength(1);
    await late.close();
  });
});

describe('answers over the sample', () => {
  const answered = async () => ({ own: true });
  const own = {
    'pipeline.start': answered,
    'alerts.read': answered,
    'export.createVersion': answered,
  } as unknown as Handlers;

  it('a start leaves it first', async () => {
    const handlers = overSample(own, sample);
    await sample.open();
    await handlers['pipeline.start']({});
    expect(sample.shown).toBeNull();
  });

  it('its alerts are those of its own history', async () => {
    const handlers = overSample(own, sample);
    expect(await handlers['alerts.read']({})).toEqual({ own: true });
    await sample.open();
    expect(await handlers['alerts.read']({})).toEqual({ active: [], recent: [], muted: [] });
  });

  it('what would change its files is refused', async () => {
    const handlers = overSample(own, sample);
    await sample.open();
    await expect(handlers['export.createVersion']({ preset: 'x' })).rejects.toMatchObject({
      failure: { code: 'SAMPLE_READ_ONLY' },
    });
    sample.leave();
    expect(await handlers['export.createVersion']({ preset: 'x' })).toEqual({ own: true });
  });
});
