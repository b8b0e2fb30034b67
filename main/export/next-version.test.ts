import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testMetadata } from '../delta/test-lake';
import { TestExporter } from './test-exporter';

const columns = { id: 'long', total: 'decimal(12,2)', note: 'string' };
const subject = { kind: 'preset' as const, preset: 'items' };
let place: TestExporter;
let dataFolder: string;

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'deltadesk-versions-'));
  place = await TestExporter.open({ dataFolder });
  place.lake.create('silver.items', columns);
  const rows = `SELECT 1::BIGINT AS id, 9.50::DECIMAL(12,2) AS total, 'a' AS note`;
  await place.lake.append('silver.items', { rows });
  const head = { sort: 'id', id: 'id', source: 'silver.items', known: 'id, total, note' };
  const sql = 'SELECT id, total, note\nFROM silver.items\nWHERE id > 0';
  place.preset('items', { columns: 'id:i, total:m, note', ...head }, sql);
  place.preset(
    'sums',
    { columns: 'total:s', ...head, sort: 'total', id: 'total' },
    'SELECT sum(total) AS total FROM silver.items GROUP BY note',
  );
});
afterEach(() => {
  place.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function gainColumns(): Promise<void> {
  const wider = { ...columns, Seen: 'timestamp', price: 'double' };
  place.lake.commit('silver.items', [{ metaData: testMetadata(wider) }]);
  await place.lake.append('silver.items', {
    rows: `SELECT 2::BIGINT AS id, 1.00::DECIMAL(12,2) AS total, 'b' AS note,
           TIMESTAMPTZ '2026-11-21 09:00:00Z' AS "Seen", 1.005::DOUBLE AS price`,
  });
}

it('adds the columns that the table gained; the first version stays as it was', async () => {
  await gainColumns();
  const before = await place.csvOf('items');
  const done = await place.exporter.createVersion('items');
  expect(done).toMatchObject({ preset: 'items', version: 2, added: ['seen_utc', 'price'] });
  const { folder, files } = await place.run({ subject, contractVersion: 2 });
  expect(files[0]!.path).toBe('demo_items_v2.csv');
  expect(readFileSync(join(folder, files[0]!.path), 'utf8')).toBe(
    '\uFEFFid,total,note,seen_utc,price\r\n' +
      '1,9.50,a,,\r\n2,1.00,b,2026-11-21T09:00:00.000,1.01\r\n',
  );
  expect((await place.csvOf('items')).equals(before)).toBe(true);
  const { presets } = await place.exporter.listPresets();
  expect(presets.map(({ preset, version }) => `${preset} v${version}`)).toEqual([
    'items v1',
    'sums v1',
    'items v2',
  ]);
});

it('leaves out what is gone and takes over new types, and the first version is refused', async () => {
  const now = { id: 'long', total: 'double', Seen: 'timestamp' };
  place.lake.commit('silver.items', [{ metaData: testMetadata(now) }]);
  await expect(place.run({ subject })).rejects.toMatchObject({
    failure: { code: 'EXPORT_CONTRACT_BROKEN' },
  });
  expect(await place.exporter.readDrifts()).toMatchObject({
    drifts: [
      {
        preset: 'items',
        version: 1,
        added: ['Seen'],
        removed: ['note'],
        retyped: [{ column: 'total', from: 'decimal(12,2)', to: 'double' }],
        canCreate: true,
      },
      { preset: 'sums', removed: ['note'], canCreate: false },
    ],
  });
  expect(await place.exporter.createVersion('items')).toMatchObject({
    version: 2,
    added: ['seen_utc'],
    removed: ['note'],
    retyped: [{ column: 'total', to: 'DOUBLE' }],
  });
  const { folder, files } = await place.run({ subject, contractVersion: 2 });
  const text = readFileSync(join(folder, files[0]!.path), 'utf8');
  expect(text).toBe('\uFEFFid,total,seen_utc\r\n1,9.50,\r\n');
  expect((await place.exporter.readDrifts()).drifts.map(({ preset }) => preset)).toEqual(['sums']);
  await expect(place.exporter.createVersion('sums')).rejects.toMatchObject({
    failure: { facts: { reason: expect.stringMatching(/needs note/) } },
  });
});

it('writes a Power BI pack of the next version beside the first', async () => {
  await gainColumns();
  await place.exporter.createVersion('items');
  const powerBi = { kind: 'powerBi' as const };
  const first = await place.run({ subject: powerBi, formats: 'both' });
  const next = await place.run({ subject: powerBi, formats: 'both', contractVersion: 2 });
  expect([first.folder, next.folder].map((folder) => folder.split('_').at(-1))).toEqual([
    'v1',
    'v2',
  ]);
  const schema = readFileSync(join(next.folder, 'schema.json'), 'utf8');
  expect(schema).toMatch(/seen_utc/);
});

it('says why there is nothing to create, and which versions there are', async () => {
  const code = 'EXPORT_VERSION_IMPOSSIBLE';
  await expect(place.exporter.createVersion('items')).rejects.toMatchObject({ failure: { code } });
  await gainColumns();
  await expect(place.exporter.createVersion('sums')).rejects.toMatchObject({
    failure: { code, facts: { reason: expect.stringMatching(/sums or joins/) } },
  });
  await expect(place.run({ subject, contractVersion: 3 })).rejects.toMatchObject({
    failure: { code: 'EXPORT_PRESET_UNKNOWN', facts: { preset: 'items v3', known: 'items v1' } },
  });
  await expect(place.exporter.createVersion('item')).rejects.toMatchObject({
    failure: { code: 'EXPORT_PRESET_UNKNOWN', facts: { known: 'items' } },
  });
});
