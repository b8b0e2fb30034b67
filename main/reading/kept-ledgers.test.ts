import { expect, it } from 'vitest';
import type { TableSummary } from '../contract/delta';
import type { LedgerReport } from '../contract/ledger';
import type { StreamPack } from '../contract/stream-pack';
import { KeptLedgers } from './kept-ledgers';

const pack = {
  pack: 'shops',
  bronze: { table: 'raw' },
  silver: { table: 'clean' },
  aggregates: [{ layer: 'gold', table: 'sums' }],
} as unknown as StreamPack;
const report = { ok: true, pack: 'shops' } as LedgerReport;
const lake = {};

it('keeps a proof, current until a table of the pack has another version', async () => {
  const versions = { 'bronze.raw': 1, 'gold.sums': 1, 'gold.of_another_pack': 1 };
  const ledgers = new KeptLedgers([pack], () =>
    Object.entries(versions).map(
      ([table, tableVersion]) => ({ table, tableVersion }) as TableSummary,
    ),
  );
  expect(ledgers.read('shops', lake)).toEqual({ report: null, isCurrent: false });
  await ledgers.verify('shops', lake, async () => report);
  versions['gold.of_another_pack'] = 2;
  expect(ledgers.read('shops', lake)).toEqual({ report, isCurrent: true });
  expect(ledgers.read('shops', {})).toEqual({ report: null, isCurrent: false });
  versions['gold.sums'] = 2;
  expect(ledgers.read('shops', lake)).toEqual({ report, isCurrent: false });
});

it('a table that changes while it is proved makes the proof old, and a failure keeps the last', async () => {
  let tableVersion = 1;
  const ledgers = new KeptLedgers([pack], () => [
    { table: 'silver.clean', tableVersion } as TableSummary,
  ]);
  await ledgers.verify('shops', lake, async () => {
    tableVersion = 2;
    return report;
  });
  expect(ledgers.read('shops', lake)).toEqual({ report, isCurrent: false });
  const failing = ledgers.verify('shops', lake, () => Promise.reject(new Error('cancelled')));
  await expect(failing).rejects.toThrow('cancelled');
  expect(ledgers.read('shops', lake).report).toBe(report);
});
