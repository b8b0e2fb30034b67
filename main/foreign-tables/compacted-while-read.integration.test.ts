import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toFailure } from '../contract/failure';
import { Lake } from '../delta/lake';
import { deltaRsProgram, findDeltaRs } from './delta-rs';
import { ProductReading } from './product-reading';

const python = findDeltaRs();
const table = 'bronze.busy';
let root: string;
let writer: ChildProcess;
let rounds = 0;
let reading: ProductReading;

/** delta-rs rewrites, compacts, vacuums and cleans the log some ten times a second meanwhile. */
describe.skipIf(python === null)('a table that is compacted, vacuumed and cleaned up', () => {
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'deltadesk-busy-'));
    const program = [deltaRsProgram('keep_compacting.py'), join(root, 'delta', 'bronze', 'busy')];
    writer = spawn(python!, program, { stdio: ['pipe', 'pipe', 'inherit'] });
    writer.stdout!.on('data', () => rounds++);
    await once(writer.stdout!, 'data');
    reading = await ProductReading.open(join(root, 'delta'), join(root, 'spill'));
  });
  afterAll(async () => {
    const ended = once(writer, 'exit');
    writer.stdin!.end();
    await ended;
    await reading.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('has all of its rows in each of 200 reads, by every way', async () => {
    const before = rounds;
    const failures: unknown[] = [];
    for (let read = 0; read < 200; read++) {
      const { onPage, total, bySql } = await reading.countRows(table).catch((error: unknown) => {
        failures.push(toFailure(error));
        return { onPage: 1_000, total: 1_000, bySql: 1_000 };
      });
      expect({ read, onPage, total, bySql }).toEqual({
        ...{ read, onPage: 1_000, total: 1_000, bySql: 1_000 },
      });
    }
    expect(failures).toEqual([]);
    expect(rounds - before).toBeGreaterThan(10);
  });

  it('is loaded from its log anew 200 times', async () => {
    const before = rounds;
    for (let load = 0; load < 200; load++) {
      const lake = new Lake(join(root, 'delta'));
      const { files } = await lake.snapshot(table);
      await lake.close();
      const rows = files.reduce((sum, file) => sum + (file.rows ?? 0), 0);
      expect({ load, rows }).toEqual({ load, rows: 1_000 });
    }
    expect(rounds - before).toBeGreaterThan(10);
  });
});
