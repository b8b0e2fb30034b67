import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestOf } from '../contract/api';
import type { StreamPack } from '../contract/stream-pack';
import { Lake } from '../delta/lake';
import { TestExporter } from '../export/test-exporter';
import { Records } from '../records/records';

let place: TestExporter;
let records: Records;
beforeAll(async () => {
  place = await TestExporter.open({ describeTable: (view) => records.describeView(view) });
  records = new Records(
    new Lake(place.lake.folder),
    {} as StreamPack,
    join(place.lake.root, 'spill'),
  );
  place.lake.create('silver.sales', { id: 'long', pays: 'string', montant: 'decimal(12,2)' });
  const rows = (first: number) =>
    `SELECT i::BIGINT AS id, CASE i % 2 WHEN 0 THEN 'l''Italie' ELSE 'France' END AS pays,
      (i * 1.5)::DECIMAL(12,2) AS montant FROM range(${first}, ${first + 3}) t(i)`;
  await place.lake.append('silver.sales', { rows: rows(0) });
  await place.lake.append('silver.sales', { rows: rows(3) });
});
afterAll(async () => {
  await records.close();
  place.close();
});

type Subject = Extract<RequestOf<'export.run'>['subject'], { kind: 'table' }>;

async function linesOf(asked: Omit<Partial<Subject>, 'kind'>, more: object = {}) {
  const subject: Subject = { kind: 'table', table: 'silver.sales', ...asked };
  const { folder, files } = await place.run({ subject, ...more });
  const [file] = files;
  const text = readFileSync(join(folder, file!.path), 'utf8').slice(1);
  return { file: file!, lines: text.trimEnd().split('\r\n') };
}

describe('the export of a grid', () => {
  it('has the visible columns in their order, its filters and its sort, and says so', async () => {
    const { lines, file } = await linesOf({
      columns: ['montant', 'pays'],
      filters: [{ column: 'pays', operator: 'equals', value: "l'Italie" }],
      sort: [{ column: 'montant', descending: true }],
    });
    expect(lines).toEqual(['montant,pays', "6.00,l'Italie", "3.00,l'Italie", "0.00,l'Italie"]);
    expect(file).toMatchObject({
      preset: 'current_view',
      table: 'silver.sales',
      tableVersion: 2,
      filters: ["pays equals l'Italie"],
      selfCheck: { passed: true, rows: 3 },
    });
    expect(file.path).toMatch(/^demo_sales_view_\d{8}T\d{6}Z\.csv$/);
  });

  it('is in the order of a column that is not shown', async () => {
    const sort = [{ column: 'id', descending: true }];
    const { lines } = await linesOf({ columns: ['montant'], sort });
    expect(lines).toEqual(['montant', '7.50', '6.00', '4.50', '3.00', '1.50', '0.00']);
  });

  it('has the rows of the version that is shown, under the name that was chosen', async () => {
    const { lines, file } = await linesOf({ atVersion: 1 }, { fileName: 'Mes ventes.csv' });
    expect(lines.slice(1)).toEqual(["0,l'Italie,0.00", '1,France,1.50', "2,l'Italie,3.00"]);
    expect(file).toMatchObject({ path: 'Mes ventes.csv', tableVersion: 1 });
  });

  it.each(['../x.csv', 'a/b.csv', 'C:x.csv', 'nul', 'x.csv.'])(
    'refuses the name %s',
    async (name) => {
      await expect(linesOf({}, { fileName: name })).rejects.toMatchObject({
        failure: { code: 'EXPORT_PATH_INVALID' },
      });
      expect(existsSync(join(place.target, '..', 'x.csv'))).toBe(false);
    },
  );

  it('refuses a column that is not there before it writes anything', async () => {
    await expect(linesOf({ columns: ['pay'] })).rejects.toMatchObject({
      failure: { code: 'COLUMN_UNKNOWN', facts: { known: 'pays' } },
    });
  });

  it('of a SELECT reads the versions that its result named', async () => {
    const sql = 'SELECT count(*) AS n FROM silver.sales';
    const subject = { kind: 'view' as const, name: 'query', sql, sort: [] };
    const { folder, files } = await place.run({
      subject: { ...subject, atVersions: { 'silver.sales': 1 } },
    });
    expect(readFileSync(join(folder, files[0]!.path), 'utf8')).toBe('\uFEFFn\r\n3\r\n');
  });
});
