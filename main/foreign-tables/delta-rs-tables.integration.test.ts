import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOrder } from '../analytics/test-comparable-rows';
import { deltaRsProgram, findDeltaRs } from './delta-rs';
import { parseForeignTables, type ForeignTable } from './foreign-table';
import { ProductReading } from './product-reading';

const python = findDeltaRs();
/** delta-rs reads its empty partition value as empty text, against the protocol and Spark. */
const emptyPartition = 'bronze.rs_empty_partition';
let root: string;
let tables: ForeignTable[];
let reading: ProductReading;

describe.skipIf(python === null)('tables that delta-rs writes', () => {
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'deltadesk-delta-rs-'));
    const program = deltaRsProgram('write_delta_rs_tables.py');
    tables = parseForeignTables(
      execFileSync(python!, [program, join(root, 'delta')], { encoding: 'utf8' }),
    );
    reading = await ProductReading.open(join(root, 'delta'), join(root, 'spill'));
  });
  afterAll(async () => {
    await reading?.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('have the rows that delta-rs reads from them', async () => {
    expect(tables.length).toBeGreaterThan(6);
    for (const { table, versions } of tables.filter((one) => one.table !== emptyPartition)) {
      const { version, rows } = versions[0]!;
      const read = await reading.readRows(table, null);
      expect({ table, rows: read }).toEqual({ table, rows: inOrder(rows!) });
      expect((await reading.lake.snapshot(table)).version).toBe(version);
      const counted = await reading.countRows(table);
      expect(counted).toEqual({ onPage: rows!.length, total: rows!.length, bySql: rows!.length });
    }
  });

  it('have null where a partition value is empty, as the protocol has it', async () => {
    expect(await reading.readRows(emptyPartition, null)).toEqual([
      ['1', null],
      ['2', null],
    ]);
  });

  it('have the versions and operations that delta-rs tells of', async () => {
    for (const { table, versions } of tables) {
      const history = await reading.lake.history(table);
      const told = versions.map(({ version, operation }) => ({ version, operation }));
      const read = history.map(({ version, operation }) => ({ version, operation }));
      expect({ table, versions: read }).toEqual({ table, versions: told });
    }
  });
});
