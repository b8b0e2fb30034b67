import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DuckDbSession } from '../analytics/duckdb-session';
import { SqlConnection } from '../analytics/sql-connection';
import type { Cell } from '../contract/query';
import { History } from './history';
import { opsTables } from './ops-tables';
import { tableGrowthSql, toTableGrowth } from './table-growth';

let folder: string;
let history: History;
const untilMs = Math.floor(Date.now() / 1000) * 1000;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-table-growth-'));
  history = await History.open(join(folder, 'control.duckdb'), { onNotice: () => undefined });
});
afterEach(async () => {
  await history.close();
  rmSync(folder, { recursive: true, force: true });
});

const sample = (agoMs: number, files: number, table = 'silver.t') =>
  history.add('table_history', {
    ...{ sampled_at: untilMs - agoMs, table_name: table, table_version: 1, row_count: 5 },
    ...{ live_files: files, size_bytes: files * 1_000, age_seconds: 0 },
  });

async function read(lastMs: number) {
  const session = await DuckDbSession.open({ onlyFolder: '/nowhere/' });
  const fromMs = untilMs - lastMs;
  try {
    return await session.use(async (connection) => {
      const sql = new SqlConnection(connection);
      await sql.run('CREATE SCHEMA ops');
      await opsTables(history).get('ops.table_history')!(sql, () => Promise.reject());
      const rows = await sql.readRows(tableGrowthSql('silver.t', fromMs, untilMs));
      return toTableGrowth('silver.t', fromMs, untilMs, rows as Cell[][]);
    });
  } finally {
    session.close();
  }
}

it('has the files and bytes of one table, with a gap where nothing was measured', async () => {
  sample(60_000, 3);
  sample(55_000, 4);
  sample(50_000, 9, 'silver.other');
  sample(10_000, 2);
  const { files, bytes } = await read(120_000);
  expect(files).toEqual([
    [untilMs - 60_000, 3],
    [untilMs - 55_000, 4],
    [untilMs - 10_001, null],
    [untilMs - 10_000, 2],
  ]);
  expect(bytes.map(([, value]) => value)).toEqual([3_000, 4_000, null, 2_000]);
});

it('keeps the peak of a day and the newest sample in at most 2,000 points', async () => {
  const count = 17_000;
  for (let index = 0; index < count; index += 1) {
    sample((count - index) * 5_000, index === 5_003 ? 900 : 4 + (index % 3));
    if (index % 5_000 === 0) await history.flush();
  }
  const { files } = await read(86_400_000);
  expect(files.length).toBeLessThanOrEqual(2_000);
  expect(files.length).toBeGreaterThan(900);
  expect(Math.max(...files.map(([, value]) => value ?? 0))).toBe(900);
  expect(files.at(-1)?.[0]).toBe(untilMs - 5_000);
}, 60_000);
