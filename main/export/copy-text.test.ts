import { afterEach, beforeEach, expect, it } from 'vitest';
import { copyRequest, type CopyFormat } from '../contract/export-copy';
import { TestExporter } from './test-exporter';

const subject = { kind: 'preset' as const, preset: 'items' };
let place: TestExporter;

beforeEach(async () => {
  place = await TestExporter.open();
  const types = { id: 'long', note: 'string', total: 'decimal(12,2)', at_utc: 'timestamp' };
  place.lake.create('silver.items', types);
  await place.lake.append('silver.items', {
    rows: `SELECT 1::BIGINT AS id, 'it''s, "a"' || chr(9) || 'b' || chr(10) || 'c' AS note,
             10.50::DECIMAL(12,2) AS total, TIMESTAMPTZ '2026-11-21 09:00:00.5Z' AS at_utc
           UNION ALL SELECT 9007199254740993, NULL, NULL, NULL`,
  });
  const head = { columns: 'id:i, note, total:m, at_utc:t', sort: 'id', id: 'id' };
  place.preset('items', head, 'SELECT * FROM silver.items');
});
afterEach(() => place.close());

const copy = (format: CopyFormat, more: object = {}) =>
  place.exporter.copy(copyRequest.parse({ subject, format, ...more }));

it('is tab separated by default, with spaces for tabs and line breaks', async () => {
  const { text, rows, isTruncated, tableVersions } = await place.exporter.copy(
    copyRequest.parse({ subject }),
  );
  expect(text).toBe(
    'id\tnote\ttotal\tat_utc\r\n' +
      '1\tit\'s, "a" b c\t10.50\t2026-11-21T09:00:00.500\r\n9007199254740993\t\t\t\r\n',
  );
  expect({ rows, isTruncated, tableVersions }).toEqual({
    rows: 2,
    isTruncated: false,
    tableVersions: { 'silver.items': 1 },
  });
});

it('is the bytes of the CSV contract, but for the mark at their head', async () => {
  expect(`\uFEFF${(await copy('csv')).text}`).toBe((await place.csvOf('items')).toString());
});

it('is JSON whose numbers keep their digits, and SQL that makes the rows again', async () => {
  const { text } = await copy('json');
  expect(text).toMatch(/"id":9007199254740993,"note":null/);
  const [first] = JSON.parse(text) as object[];
  expect(first).toEqual({
    id: 1,
    note: 'it\'s, "a"\tb\nc',
    total: 10.5,
    at_utc: '2026-11-21T09:00:00.500',
  });
  expect((await copy('insert')).text).toMatch(
    /^INSERT INTO "items" \("id", "note", "total", "at_utc"\) VALUES\n\(1, 'it''s, "a"\tb\nc', 10\.50, '2026-11-21T09:00:00\.500'\),\n\(9007199254740993, NULL, NULL, NULL\);\n$/,
  );
});

it('says when there are more rows than were asked for, and refuses what is no single file', async () => {
  expect(await copy('tsv', { rowLimit: 1 })).toMatchObject({ rows: 1, isTruncated: true });
  await expect(copy('tsv', { subject: { kind: 'powerBi' } })).rejects.toMatchObject({
    failure: { code: 'REQUEST_INVALID' },
  });
});
