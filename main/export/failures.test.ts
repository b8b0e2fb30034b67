import {
  appendFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testMetadata } from '../delta/test-lake';
import type { ExportRecord } from './exporter';
import { PartialFolder } from './partial-folder';
import { TestExporter } from './test-exporter';

const subject = { kind: 'preset' as const, preset: 'items' };
const columns = { id: 'integer', total: 'decimal(12,2)', note: 'string' };
let place: TestExporter;

beforeEach(async () => {
  place = await TestExporter.open();
  place.lake.create('silver.items', columns);
  const rows = `SELECT i::INT AS id, (i / 4.0)::DECIMAL(12,2) AS total, 'note ' || i AS note FROM range(1000) t(i)`;
  await place.lake.append('silver.items', { rows });
  writePreset();
});
afterEach(() => place.close());

function writePreset(): void {
  const head = {
    columns: 'id:i, total:m, note',
    sort: 'id',
    id: 'id',
    source: 'silver.items',
    known: 'id, total, note',
  };
  place.preset('items', head, 'SELECT id, total, note FROM silver.items');
}
const target = () => join(place.target, 'demo_items_v1.csv');
const code = (wanted: string, facts: object = {}) => ({ failure: { code: wanted, facts } });
const changeColumns = (changed: Record<string, string>) =>
  place.lake.commit('silver.items', [{ metaData: testMetadata(changed) }]);

describe('when something changes', () => {
  it('a new column leaves the bytes as they were, and is told', async () => {
    const before = await place.csvOf('items');
    changeColumns({ ...columns, added_later: 'string' });
    const { notices } = await place.run({ subject });
    expect(readFileSync(target()).equals(before)).toBe(true);
    expect(notices.map(({ message }) => message)).toEqual([
      '1 new column is not part of contract v1 of items: added_later. ' +
        'v1 goes on unchanged; the next version can be created beside it.',
    ]);
  });

  it('a column of another type stops before writing; the earlier file stays', async () => {
    const before = await place.csvOf('items');
    changeColumns({ ...columns, total: 'double' });
    const facts = { column: 'total', oldType: 'decimal(12,2)', newType: 'double' };
    await expect(place.run({ subject })).rejects.toMatchObject(
      code('EXPORT_CONTRACT_BROKEN', facts),
    );
    expect(readFileSync(target()).equals(before)).toBe(true);
  });

  it('a column that vanished stops before writing', async () => {
    changeColumns({ id: 'integer', total: 'decimal(12,2)' });
    await expect(place.run({ subject })).rejects.toMatchObject(
      code('EXPORT_CONTRACT_BROKEN', { column: 'note', newType: 'missing' }),
    );
    expect(readdirSync(place.target)).toEqual([]);
  });
});

describe('when something fails', () => {
  it('too little space is refused before anything is written, with both numbers', async () => {
    place.close();
    place = await TestExporter.open({ readFreeBytes: async () => 100 });
    place.lake.create('silver.items', columns);
    writePreset();
    await place.lake.append('silver.items', {
      rows: `SELECT i::INT AS id, 1::DECIMAL(12,2) AS total, 'x' AS note FROM range(1000) t(i)`,
    });
    await expect(place.run({ subject })).rejects.toMatchObject(
      code('EXPORT_NO_SPACE', { freeBytes: 100 }),
    );
    expect(readdirSync(place.target)).toEqual([]);
  });

  it('a preset that is not there is named with those nearest', async () => {
    const wrong = { kind: 'preset' as const, preset: 'itens' };
    await expect(place.run({ subject: wrong })).rejects.toMatchObject(
      code('EXPORT_PRESET_UNKNOWN', { known: 'items' }),
    );
  });

  it('a filter that the preset does not have is refused', async () => {
    const filters = { country: ['FR'] };
    await expect(place.run({ subject, filters })).rejects.toMatchObject(code('REQUEST_INVALID'));
  });

  it('cancelled before it began, nothing is there', async () => {
    const signal = AbortSignal.abort();
    await expect(place.run({ subject }, { signal })).rejects.toMatchObject(
      code('EXPORT_CANCELLED', { rows: 0 }),
    );
    expect(readdirSync(place.target)).toEqual([]);
  });

  it('a share that goes away meanwhile is told, and nothing is made up', async () => {
    const onProgress = () => rmSync(place.target, { recursive: true, force: true });
    await expect(place.run({ subject }, { onProgress })).rejects.toMatchObject(
      code('EXPORT_PATH_UNREACHABLE'),
    );
    expect(existsSync(place.target)).toBe(false);
  });

  it.each(["it's été", 'br[a]ck', 'st*r?', 'back\\slash"'])(
    'a folder may be called %s',
    async (name) => {
      const folder = join(place.target, name);
      const { files } = await place.run({ subject, folder, createFolder: true, formats: 'both' });
      expect(readdirSync(folder)).toEqual(files.map(({ path }) => path));
    },
  );

  it('a folder of a cloud drive is written, with a warning', async () => {
    const folder = join(place.target, 'OneDrive - Us', 'reports');
    const { notices } = await place.run({ subject, folder, createFolder: true });
    expect(notices[0]?.message).toContain('is synchronised with a cloud drive');
  });

  it('every end is told to the history', async () => {
    const records: ExportRecord[] = [];
    place.exporter.onFinished = (record) => records.push(record);
    await place.run({ subject });
    await place.run({ subject: { ...subject, preset: 'wrong' } }).catch(() => undefined);
    expect(records.map(({ outcome }) => outcome.kind)).toEqual(['done', 'failed']);
  });
});

describe('the partial folder', () => {
  it('what dead processes left goes at the next start, what others write stays', async () => {
    const partial = await PartialFolder.open(join(place.target, '.deltadesk-partial'));
    const dead = join(partial.folder, '4194999-0123456789ab.part');
    const alive = join(partial.folder, `${process.ppid}-0123456789ab.part`);
    for (const file of [dead, alive]) writeFileSync(file, 'x');
    await place.run({ subject });
    expect([existsSync(dead), existsSync(alive)]).toEqual([false, true]);
  });

  it('a target that cannot be replaced leaves the finished file beside it', async () => {
    const partial = await PartialFolder.open(join(place.target, '.deltadesk-partial'));
    const part = partial.newPart();
    appendFileSync(part, 'new');
    // A folder in the way of a file: Linux answers EISDIR, which waiting does not help.
    await expect(partial.publish(part, place.packFolder, place.target)).rejects.toThrow(/EISDIR/);
    expect(readFileSync(part, 'utf8')).toBe('new');
  });

  it('two exports into one folder wait for each other, and both are whole', async () => {
    const both = await Promise.all([place.run({ subject }), place.run({ subject })]);
    expect(both.map(({ files }) => files[0]!.sha256)).toEqual([
      both[0].files[0]!.sha256,
      both[0].files[0]!.sha256,
    ]);
    expect(readdirSync(place.target)).toEqual(['demo_items_v1.csv']);
  });
});
