import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Replay } from './replay/replay';
import { findInstallation } from './settings/installation';
import { loadPack } from './settings/load-pack';
import { TestCenter } from './test-center';

const windowMs = 300_000;
const unitPrice = 899.99;
let folder: string;
let test: TestCenter;

/** Thirteen windows of ten sales, one of a single sale, and later sales that close them all. */
function eventsOf(nowMs: number): string {
  const newest = Math.floor(nowMs / windowMs) * windowMs - windowMs;
  const counts = [...Array<number>(13).fill(10), 1, 0, 0, 200];
  const rows = counts.flatMap((count, index) => {
    const at = new Date(newest - (counts.length - 1 - index) * windowMs + 1_000).toISOString();
    return Array.from({ length: count }, () => `1,101,${at},1,${unitPrice},France,Particulier`);
  });
  const header = 'vente_id,client_id,produit_id,timestamp,quantite,montant,pays,segment';
  return [header, ...rows.map((row, id) => `${id + 1},${row}`)].join('\n');
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-revenue-'));
  const file = join(folder, 'sales.csv');
  writeFileSync(file, eventsOf(Date.now()));
  const { resourcesFolder } = await findInstallation();
  const { pack } = loadPack(resourcesFolder, 'sales');
  const source = await Replay.open([file], pack, join(folder, 'bad.txt'));
  test = await TestCenter.create({
    producer: { ratePerSecond: 5_000, seed: 1, count: null, source: () => source },
    // Windows close by the watermark of the batches before: some follow the one that ends the first.
    set: ['streaming.maxOffsetsPerTrigger=150'],
  });
});
afterAll(async () => {
  await test?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('tells when the last closed window earns less than half of those before', async () => {
  await test.start();
  const raised = await vi.waitFor(
    async () => {
      const { active } = await test.ask('alerts.read', {});
      const found = active.find(({ rule }) => rule === 'revenueDrop');
      expect(found).toBeDefined();
      return found!;
    },
    { timeout: 200_000, interval: 500 },
  );
  expect(raised).toMatchObject({ pack: 'sales', value: unitPrice });
  expect(raised.limit).toBeCloseTo((10 * unitPrice) / 2, 2);
  expect(raised.message).toMatch(/revenue of 899\.99; the 12 before have 8999\.90 on average/);
  const kept = await test.ask('sql.run', {
    sql: `SELECT rule, pack FROM ops.alerts WHERE rule = 'revenueDrop'`,
  });
  expect(kept.rows).toEqual([['revenueDrop', 'sales']]);
}, 320_000);
