import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Lake } from '../delta/lake';
import { readPresets } from './export-preset';
import { withPinnedSource } from './export-session';
import { planPreset } from './plan-datasets';
import { checkCsv, checkParquet } from './self-check';
import { surveySource } from './source-survey';
import { TestExporter } from './test-exporter';
import { writeCsv, writeParquet } from './write-dataset';

const form = { dialect: 'powerbi', neutralise: false, keepLineBreaks: false } as const;
let place: TestExporter;
beforeAll(async () => {
  place = await TestExporter.open();
  place.lake.create('silver.items', { id: 'string', total: 'decimal(12,2)', time: 'timestamp' });
  await place.lake.append('silver.items', {
    rows: `SELECT * FROM (VALUES ('a', 1.5::DECIMAL(12,2), TIMESTAMPTZ '2026-01-01 00:00:00Z'),
      ('b', 2, TIMESTAMPTZ '2026-01-02 00:00:00Z'), ('c', NULL, NULL)) t(id, total, time)`,
  });
  const head = { columns: 'id, total:m, time_utc:t', sort: 'id', id: 'id' };
  place.preset('items', head, 'SELECT id, total, time AS time_utc FROM silver.items');
});
afterAll(() => place.close());

/** What the check says of the written files after `change` of the CSV's text. */
async function checkAfter(change: (text: string) => string) {
  const file = join(place.target, 'items.csv');
  const lake = new Lake(place.lake.folder);
  const tables = { lake, packViews: new Map(), extraTables: new Map() };
  const spillFolder = join(place.lake.root, 'spill');
  const preset = (await readPresets(join(place.packFolder, 'exports'), {})).get('items')!;
  const filters = { since: null, until: null, country: [], segment: [] };
  const planned = planPreset(preset, filters)[0]!;
  const pinned = { ...tables, spillFolder };
  return withPinnedSource(pinned, planned, place.target, undefined, async (source) => {
    const dataset = planned.toDataset(source);
    const survey = await surveySource(source.connection, dataset, form);
    await writeCsv(source.connection, dataset, form, survey, file);
    const before = readFileSync(file, 'utf8');
    const after = change(before);
    if (after === before) {
      const twin = join(place.target, 'items.parquet');
      await writeParquet(source.connection, dataset, form, survey, twin);
      expect(await checkParquet(source.connection, dataset, form, survey, twin)).toBeNull();
    }
    writeFileSync(file, after);
    return checkCsv(source.connection, dataset, form, survey, file);
  });
}

describe('self-check', () => {
  it('holds for the files as they were written', async () => {
    expect(await checkAfter((text) => text)).toBeNull();
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ['no byte order mark', (text) => text.slice(1), /begin with the header/],
    ['another header', (text) => text.replace('total', 'sum_of'), /begin with the header/],
    ['no last line end', (text) => text.slice(0, -2), /end with CR LF/],
    ['a row less', (text) => text.replace(/b,.*\r\n/, ''), /^Rows: 3 in the table, 2/],
    ['a cent more', (text) => text.replace('2.00', '2.01'), /^Sum of total: 3.50 .* 3.51/],
    ['an id twice', (text) => text.replace('b,', 'a,'), /^Distinct ids: 3 .* 2/],
    ['another last time', (text) => text.replace('-02T', '-03T'), /^Least and most of time_utc/],
    ['zero instead of null', (text) => text.replace('c,,', 'c,0.00,'), /^Nulls of total: 1 .* 0/],
  ])('finds %s', async (_, change, reason) => {
    expect(await checkAfter(change)).toMatch(reason);
  });

  it('a file that cannot be read back fails', async () => {
    await expect(checkAfter((text) => text.replace('1.50', 'x'))).rejects.toThrow(/total/);
  });
});
