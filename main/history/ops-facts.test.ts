import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { History } from './history';
import { historyTableNames } from './history-tables';

it('tells rows, newest time and bytes of every table, also of rows that were just added', async () => {
  // Older rows are forgotten.
  const nowMs = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'deltadesk-ops-facts-'));
  const open = () => History.open(join(folder, 'control.duckdb'), { onNotice: () => undefined });
  const add = (history: History, index: number) =>
    history.add('table_history', {
      ...{ sampled_at: nowMs + index, table_name: `t${index}`, table_version: index },
      ...{ row_count: index, live_files: 1, size_bytes: index, age_seconds: 0 },
    });
  try {
    const first = await open();
    for (let index = 0; index < 3_000; index++) add(first, index);
    await first.close();
    const history = await open();
    add(history, 5_000);
    const facts = await history.readFacts();
    await history.close();
    expect(facts.map(({ table }) => table)).toEqual(
      historyTableNames.map((name) => `ops.${name}`).sort(),
    );
    const grown = facts.find(({ table }) => table === 'ops.table_history')!;
    expect(grown).toMatchObject({ rows: 3_001, newestAtMs: nowMs + 5_000 });
    expect(grown.sizeBytes).toBeGreaterThan(3_000);
    expect(grown.sizeBytes).toBeLessThan(1_000_000);
    expect(facts.find(({ table }) => table === 'ops.exports')).toEqual({
      ...{ table: 'ops.exports', rows: 0, newestAtMs: null, sizeBytes: null },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
