import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StreamPack } from '../contract/stream-pack';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import {
  createSample,
  day,
  publishSample,
  samplePack,
  sampleTables,
  silverRows,
  type SampleTable,
} from './aggregate-sample';
import { verifyAggregates } from './verify-aggregates';

let disk: TestLake;
let lake: Lake;
beforeEach(async () => {
  disk = await TestLake.open();
  lake = new Lake(disk.folder);
  await createSample(disk);
});
afterEach(async () => {
  await lake.close();
  disk.close();
});

const verify = (changed: Partial<StreamPack> = {}) =>
  verifyAggregates({ lake, pack: { ...samplePack, ...changed } });

async function publishAll(): Promise<void> {
  for (const table of sampleTables) await publishSample(disk, table);
}

/** Publishes the right rows but in one table, and returns the findings of all. */
async function findingsOf(table: SampleTable, rows: string) {
  for (const one of sampleTables) await publishSample(disk, one, one === table ? rows : undefined);
  const { ok, aggregates } = await verify();
  expect(ok).toBe(false);
  return aggregates.flatMap(({ finding }) => (finding === null ? [] : [finding]));
}

describe('verifyAggregates', () => {
  it('closes on filters, windows, late marks, means and distinct counts that are right', async () => {
    await publishAll();
    const report = await verify();
    expect(report.aggregates).toEqual([
      { table: 'gold.plain', silverVersion: 1, checked: 3, passed: true, finding: null },
      { table: 'gold.windows', silverVersion: 1, checked: 4, passed: true, finding: null },
      { table: 'gold.means', silverVersion: 1, checked: 2, passed: true, finding: null },
    ]);
    expect(report).toMatchObject({ ok: true, pack: 'shops' });
  });

  it.each([
    ['plain', `for shop north`, `replace(CASE WHEN shop = 'north' THEN 3 ELSE sales END AS sales)`],
    ['plain', `for shop north`, `replace(CASE WHEN shop = 'north' THEN 'x' ELSE rank END AS rank)`],
    [
      'windows',
      'for opens 2026-03-01 10:00:00+00, shop north',
      `replace(CASE opens WHEN '${day}10:00:00Z' THEN opens ELSE closes END AS closes)`,
    ],
    ['means', 'for kind loss', `replace(CASE kind WHEN 'loss' THEN -0.02 ELSE mean END AS mean)`],
    ['means', 'for kind sale', `replace(CASE kind WHEN 'sale' THEN 3 ELSE people END AS people)`],
    ['means', 'for kind loss', `replace(CASE kind WHEN 'loss' THEN 211 ELSE people END AS people)`],
    ['means', 'for kind loss', `replace(kind = 'sale' AS is_busy)`],
    ['means', 'for kind sale', `replace(CASE kind WHEN 'sale' THEN 0.52 ELSE share END AS share)`],
  ] as const)('finds one changed cell of %s (%s)', async (table, key, change) => {
    const [finding, ...others] = await findingsOf(table, `SELECT * ${change} FROM good`);
    expect(others).toEqual([]);
    expect(finding).toMatch(`The row of gold.${table} ${key} has `);
    expect(finding).toContain(', but Silver gives ');
  });

  it.each([
    ['plain', "shop = 'south'", 'for shop south'],
    ['windows', `opens < '2000-01-01'`, 'for opens 1969-12-31 23:55:00+00, shop south'],
    ['means', `kind = 'loss'`, 'for kind loss'],
  ] as const)('finds a row of %s that is gone, and one that is too many', async (...row) => {
    const [table, condition, key] = row;
    expect(await findingsOf(table, `FROM good WHERE NOT coalesce(${condition}, false)`)).toEqual([
      `The row of gold.${table} ${key} is missing.`,
    ]);
  });

  it.each([
    ['plain', 'shop', 'for shop west'],
    ['windows', 'shop', 'for opens 2026-03-01 10:00:00+00, shop west'],
    ['means', 'kind', 'for kind west'],
  ] as const)('finds a row of %s that nothing in Silver stands behind', async (...row) => {
    const [table, column, key] = row;
    const surplus = `(SELECT * REPLACE ('west' AS ${column}) FROM good LIMIT 1)`;
    expect(await findingsOf(table, `FROM good UNION ALL ${surplus}`)).toEqual([
      `The row of gold.${table} ${key} has no row in Silver behind it.`,
    ]);
  });

  it('finds late rows that were counted', async () => {
    const late = `(VALUES ('${day}10:05:00Z'::TIMESTAMPTZ, '${day}10:10:00Z'::TIMESTAMPTZ, NULL, 1))`;
    expect(await findingsOf('windows', `FROM good UNION ALL FROM ${late}`)).toEqual([
      'The row of gold.windows for opens 2026-03-01 10:05:00+00, shop null has no row in Silver behind it.',
    ]);
  });

  it('compares with the Silver version that the table contains, and tells it', async () => {
    await publishAll();
    await disk.append('silver.clean', { rows: silverRows });
    const { ok, aggregates } = await verify();
    expect(ok).toBe(true);
    expect(aggregates.map(({ silverVersion }) => silverVersion)).toEqual([1, 1, 1]);
  });

  it.each([
    ['filter', { filter: `kind rlike_all 'sale'` }],
    ['filter', { filter: `kind = 'a\\nb'` }],
    ['column rank', { derived: [{ name: 'rank', type: 'string', sql: 'named_struct(total)' }] }],
  ])('does not pass over a %s that DuckDB cannot compute', async (name, changed) => {
    await publishAll();
    const { ok, aggregates } = await verify({
      aggregates: [{ ...samplePack.aggregates[0]!, ...changed }, ...samplePack.aggregates.slice(1)],
    });
    expect(ok).toBe(false);
    expect(aggregates.map(({ passed }) => passed)).toEqual([false, true, true]);
    expect(aggregates[0]!.finding).toMatch(`The ${name} of gold.plain cannot be checked: `);
  });
});
