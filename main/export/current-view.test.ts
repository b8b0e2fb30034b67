import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnNameOf, fileNameOf } from './file-names';
import { copyRequest } from '../contract/export-copy';
import { TestExporter } from './test-exporter';

let place: TestExporter;
beforeAll(async () => {
  place = await TestExporter.open();
  place.lake.create('bronze.events', { name: 'string', time: 'timestamp', ratio: 'double' });
  const rows = `SELECT * FROM (VALUES
    ('b', TIMESTAMPTZ '2026-01-01 00:00:00Z', 0.1::DOUBLE),
    ('a', TIMESTAMPTZ '2026-01-02 00:00:00Z', 1e-9::DOUBLE)) t(name, time, ratio)`;
  await place.lake.append('bronze.events', { rows });
});
afterAll(() => place.close());

async function viewOf(sql: string, sort: { column: string; descending: boolean }[] = []) {
  const subject = { kind: 'view' as const, name: 'events', sql, sort };
  const { folder, files } = await place.run({ subject });
  const [file] = files;
  return { file: file!, text: readFileSync(join(folder, file!.path), 'utf8').slice(1) };
}

describe('current_view', () => {
  it('has the columns of the query in their order, and the sort that is asked for', async () => {
    const sort = [{ column: 'time', descending: true }];
    const { text, file } = await viewOf(
      'SELECT time, name AS "Le Nom", ratio FROM bronze.events;',
      sort,
    );
    expect(text.split('\r\n')).toEqual([
      'time_utc,le_nom,ratio',
      '2026-01-02T00:00:00.000,a,0.000000',
      '2026-01-01T00:00:00.000,b,0.100000',
      '',
    ]);
    expect(file.path).toMatch(/^demo_events_view_\d{8}T\d{6}Z\.csv$/);
    expect(file).toMatchObject({ preset: 'current_view', table: 'bronze.events', tableVersion: 1 });
  });

  it('without a sort it is sorted by the first column', async () => {
    const { text } = await viewOf('SELECT name FROM bronze.events');
    expect(text).toBe('name\r\na\r\nb\r\n');
  });

  it.each([
    ['SELECT name FROM bronze.events ORDER BY name DESC', ['b', 'a']],
    ['SELECT name FROM bronze.events ORDER BY ratio', ['a', 'b']],
    ['SELECT name FROM bronze.events ORDER BY ascii(name) * -1 -- last first', ['b', 'a']],
    ['WITH all_of AS (FROM bronze.events) SELECT name FROM all_of ORDER BY 1 DESC;', ['b', 'a']],
    ["SELECT name FROM bronze.events UNION ALL SELECT 'c' ORDER BY 1 DESC", ['c', 'b', 'a']],
    ['SELECT name FROM bronze.events ORDER BY time DESC LIMIT 1', ['a']],
    // An order of a part is none of the whole.
    ['SELECT name FROM (FROM bronze.events ORDER BY name DESC)', ['a', 'b']],
  ])('without a sort it has the order of its statement: %s', async (sql, names) => {
    expect((await viewOf(sql)).text).toBe(['name', ...names, ''].join('\r\n'));
    const subject = { kind: 'view' as const, name: 'events', sql, sort: [] };
    const copied = await place.exporter.copy(copyRequest.parse({ subject, format: 'csv' }));
    expect(copied.text).toBe(`name\r\n${names.map((name) => `${name}\r\n`).join('')}`);
  });

  it('a sort goes before the order of the statement', async () => {
    const sort = [{ column: 'name', descending: false }];
    const { text } = await viewOf('SELECT name FROM bronze.events ORDER BY name DESC', sort);
    expect(text).toBe('name\r\na\r\nb\r\n');
  });

  it('comes through SQL that ends with a comment', async () => {
    const { text } = await viewOf('SELECT count(*) AS n FROM bronze.events -- all');
    expect(text).toBe('n\r\n2\r\n');
  });

  it.each([
    ['DROP TABLE bronze.events', 'SQL_NOT_READ_ONLY'],
    ["COPY bronze.events TO '/tmp/stolen'", 'SQL_NOT_READ_ONLY'],
    ['SELECT 1; SELECT 2', 'SQL_NOT_READ_ONLY'],
    ['SELECT * FROM bronze.nothing', 'TABLE_UNKNOWN'],
    ['SELECT nothing FROM bronze.events', 'SQL_INVALID'],
  ])('refuses %s', async (sql, code) => {
    await expect(viewOf(sql)).rejects.toMatchObject({ failure: { code } });
  });

  it('opens no file outside the lake', async () => {
    const secret = join(place.target, 'secret.csv');
    writeFileSync(secret, 'a,b\n1,2\n');
    await expect(viewOf(`SELECT * FROM read_csv('${secret}')`)).rejects.toMatchObject({
      failure: { code: 'SQL_NOT_READ_ONLY' },
    });
  });

  it('a sort by a column that is not there names those that are', async () => {
    const sort = [{ column: 'wrong', descending: false }];
    await expect(viewOf('SELECT name FROM bronze.events', sort)).rejects.toMatchObject({
      failure: { code: 'COLUMN_UNKNOWN', facts: { known: 'name' } },
    });
  });
});

describe('file-names', () => {
  it('columns become lower snake case ASCII and stay apart', () => {
    const taken = new Set<string>();
    const names = ['Prix unitaire', 'prixUnitaire', 'Été', '2nd', '', 'at_utc'];
    expect(names.map((name) => columnNameOf(name, name === 'at_utc', taken))).toEqual([
      'prix_unitaire',
      'prix_unitaire_2',
      'ete',
      '_2nd',
      'column',
      'at_utc',
    ]);
  });

  it('marks stand in their order, and a Parquet twin has none of the CSV', () => {
    const form = { dialect: 'excel-eu' as const, neutralise: true };
    const parts = { pack: 'demo', name: 'items', version: 2, form };
    const nowMs = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
    expect(fileNameOf({ ...parts, withTime: true, nowMs }, 'csv')).toBe(
      'demo_items_v2_eu_safe_20260102T030405Z.csv',
    );
    expect(fileNameOf({ ...parts, withTime: false, nowMs }, 'parquet')).toBe(
      'demo_items_v2.parquet',
    );
  });
});
