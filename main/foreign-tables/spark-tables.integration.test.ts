import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOrder } from '../analytics/test-comparable-rows';
import { toFailure } from '../contract/failure';
import type { ForeignTable } from './foreign-table';
import { ProductReading } from './product-reading';
import { deadlineMs, writeSparkTables } from './write-spark-tables';

let root: string;
let tables: ForeignTable[];
let reading: ProductReading;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'deltadesk-spark-tables-'));
  tables = await writeSparkTables(join(root, 'delta'), root);
  reading = await ProductReading.open(join(root, 'delta'), join(root, 'spill'));
}, deadlineMs);
afterAll(async () => {
  await reading?.close();
  rmSync(root, { recursive: true, force: true, maxRetries: 3 });
});

const failureOf = (promise: Promise<unknown>) => promise.then(() => null, toFailure);
const readable = () => tables.filter(({ refusedFor }) => refusedFor === null);

describe('tables that delta-spark writes', () => {
  it('have the rows that delta-spark reads from them, at every version', async () => {
    expect(readable().length).toBeGreaterThan(30);
    for (const { table, versions } of readable()) {
      for (const { version, rows } of versions) {
        if (rows === null) continue;
        const read = await reading.readRows(table, version);
        expect({ table, version, rows: read }).toEqual({ table, version, rows: inOrder(rows) });
      }
    }
  });

  it('are whole on a page of records and in the SQL box', async () => {
    for (const { table, versions } of readable()) {
      const count = versions[0]!.rows!.length;
      const counted = { table, ...(await reading.countRows(table)) };
      expect(counted).toEqual({ table, onPage: count, total: count, bySql: count });
    }
  });

  it('lose no row to a filter, whatever statistics Spark wrote', async () => {
    let conditions = 0;
    for (const { table } of readable()) {
      for (const { condition, byFilter, bySql } of await reading.compareFilters(table)) {
        conditions += 1;
        expect({ condition, rows: byFilter }).toEqual({ condition, rows: bySql });
      }
    }
    expect(conditions).toBeGreaterThan(500);
  });

  it('are refused for a feature that is not read here, by its name', async () => {
    const refused = tables.filter(({ refusedFor }) => refusedFor !== null);
    expect(refused.length).toBeGreaterThan(1);
    for (const { table, refusedFor } of refused) {
      const failure = await failureOf(reading.countRows(table));
      expect(failure).toMatchObject({ code: 'TABLE_FEATURE_UNSUPPORTED', facts: { table } });
      expect(failure?.facts['feature']).toContain(refusedFor);
    }
  });

  it('have the versions and operations that delta-spark tells of', async () => {
    const { table, versions } = tables.find(({ table }) => table === 'bronze.operations')!;
    const history = await reading.lake.history(table);
    const told = versions.map(({ version, operation }) => ({ version, operation }));
    expect(history.map(({ version, operation }) => ({ version, operation }))).toEqual(told);
  });

  it('name the file that vacuum took away, where an older version needs it', async () => {
    const { table, versions } = tables.find(({ table }) => table === 'bronze.operations')!;
    const vacuumed = versions.filter(({ rows }) => rows === null);
    expect(vacuumed.length).toBeGreaterThan(0);
    for (const { version } of vacuumed) {
      const failure = await failureOf(reading.readPageAt(table, version));
      expect(failure).toMatchObject({ code: 'TABLE_UNREADABLE', facts: { table } });
      expect(failure?.facts['reason']).toMatch(
        new RegExp(`^Its version ${version} needs /.*\\.parquet, which is missing\\.$`),
      );
    }
  });
});
