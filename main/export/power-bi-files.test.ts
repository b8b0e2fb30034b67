import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportedFile } from '../contract/export';
import { toMText, toPbids, toPowerQuery } from './power-bi-files';
import { TestExporter } from './test-exporter';

const paths = [
  'C:\\Exports\\sales_v1\\csv',
  '\\\\server\\share\\Données d’été\\csv',
  "/home/o'neil/my exports/csv",
  '/tmp/with "quotes" and #(lf)/csv',
];

describe('power-bi-files', () => {
  it.each(paths)('the connection names the real path: %s', (path) => {
    const parsed = JSON.parse(toPbids('folder', path)) as { connections: [object] };
    expect(parsed).toEqual({
      version: '0.1',
      connections: [
        { details: { protocol: 'folder', address: { path } }, options: {}, mode: 'Import' },
      ],
    });
  });

  it('text of M doubles quotes and writes its escape as text', () => {
    expect(toMText('C:\\a "b" #(lf)')).toBe('"C:\\a ""b"" #(#)(lf)"');
  });

  it('the query of the contract comes out as written there', () => {
    const file = 'C:\\Exports\\sales_v1\\csv\\revenue.csv';
    const money = { kind: 'sum', precision: 22, scale: 2, isFromDouble: false } as const;
    const columns = [
      { name: 'country_code', source: 'country_code', type: { kind: 'text' } as const },
      { name: 'nombre_ventes', source: 'nombre_ventes', type: { kind: 'integer' } as const },
      { name: 'ca_total', source: 'ca_total', type: money },
    ];
    const text = toPowerQuery({ pack: 'sales', preset: 'revenue', version: 1, file, columns });
    expect(text).toContain(`Path = "${file}",\n`);
    expect(text).toContain('Expected = {"country_code", "nombre_ventes", "ca_total"},\n');
    expect(text).toContain(
      '{{"country_code", type text}, {"nombre_ventes", Int64.Type}, {"ca_total", Currency.Type}}, "en-US")',
    );
  });
});

describe('the Power BI pack', () => {
  let place: TestExporter;
  beforeAll(async () => {
    place = await TestExporter.open();
    place.lake.create('silver.items', { id: 'string', total: 'decimal(12,2)' });
    await place.lake.append('silver.items', {
      rows: `SELECT * FROM (VALUES ('a', 1.5::DECIMAL(12,2)), ('b', 2)) t(id, total)`,
    });
    const head = { columns: 'id, total:m', sort: 'id', id: 'id' };
    place.preset('items', head, 'SELECT * FROM silver.items');
    place.preset('group.first', head, 'SELECT * FROM silver.items');
    place.preset('group.second', head, 'SELECT * FROM silver.later');
  });
  afterAll(() => place.close());

  it('has the tree of the contract, nothing temporary, and says what was left out', async () => {
    const done = await place.run({ subject: { kind: 'powerBi' }, formats: 'both' });
    expect(done.folder).toBe(join(place.target, 'demo_v1'));
    const found = readdirSync(done.folder, { recursive: true, encoding: 'utf8' }).sort();
    expect(found).toEqual([
      'csv',
      'csv/first.csv',
      'csv/items.csv',
      'demo.pbids',
      'manifest.json',
      'parquet',
      'parquet/first.parquet',
      'parquet/items.parquet',
      'queries',
      'queries/first.pq',
      'queries/items.pq',
      'schema.json',
    ]);
    const [leftOut] = done.notices;
    expect(leftOut?.message).toContain('second was left out. There is no table "silver.later".');
    expect(leftOut?.told.failure?.code).toBe('TABLE_UNKNOWN');
  });

  it('its manifest has the keys in the order of the contract, and names versions and sums', () => {
    const text = readFileSync(join(place.target, 'demo_v1', 'manifest.json'), 'utf8');
    expect(text).not.toContain('\r');
    const manifest = JSON.parse(text) as { files: object[] };
    expect(Object.keys(manifest)).toEqual([
      'contract',
      'version',
      'createdAtUtc',
      'appVersion',
      'files',
    ]);
    const [first] = manifest.files;
    expect(Object.keys(first!)).toEqual(Object.keys(exportedFile.shape));
    expect(first).toMatchObject({
      rows: 2,
      table: 'silver.items',
      tableVersion: 1,
      selfCheck: { passed: true, rows: 2, sums: { total: '3.50' }, distinctIds: 2 },
    });
  });

  it('names the folder where a person will have it, when it is carried elsewhere', async () => {
    const ownFolder = join(place.target, 'aside');
    mkdirSync(ownFolder);
    const control = { ownFolder, statedFolder: '/home/me/Downloads' };
    const done = await place.run({ subject: { kind: 'powerBi' } }, control);
    expect(done.folder).toBe(join(ownFolder, 'demo_v1'));
    const read = (name: string) => readFileSync(join(done.folder, name), 'utf8');
    expect(read('demo.pbids')).toContain('"path":"/home/me/Downloads/demo_v1/csv"');
    expect(read('queries/items.pq')).toContain('Path = "/home/me/Downloads/demo_v1/csv/items.csv"');
    expect(done.notices.at(-1)?.told.sentence).toEqual({
      name: 'unpack',
      facts: { folder: '/home/me/Downloads/demo_v1' },
    });
  });

  it('refuses what would change its one form', async () => {
    const subject = { kind: 'powerBi' as const };
    for (const form of [{ neutralise: true }, { dialect: 'excel-eu' as const }]) {
      await expect(place.run({ subject, ...form })).rejects.toMatchObject({
        failure: { code: 'REQUEST_INVALID' },
      });
    }
  });
});
