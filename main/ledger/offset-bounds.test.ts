import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestLedger, testPack } from './test-ledger';

describe('where the ledger begins', () => {
  let ledger: TestLedger;
  const latest = {
    ...testPack,
    streaming: { ...testPack.streaming, startingOffsets: 'latest' as const },
  };
  const records = [
    { p: 0, o: 6, id: 'g' },
    { p: 0, o: 7, id: 'h' },
  ];
  const journal = async (startOffsets: string) => {
    const columns = { pack: 'string', start_offsets: 'string', planned_at: 'timestamp' };
    ledger.disk.create('quality.batches', columns);
    await ledger.disk.append('quality.batches', {
      rows: `SELECT '${testPack.pack}' AS pack, '${startOffsets}' AS start_offsets,
        make_timestamptz(1000000) AS planned_at
        UNION ALL SELECT 'another', '{"0":99}', make_timestamptz(0)
        UNION ALL SELECT '${testPack.pack}', '{"0":8}', make_timestamptz(2000000)`,
      transaction: ['query', 0],
    });
  };

  beforeEach(async () => {
    ledger = await TestLedger.open();
    await ledger.batch(records);
  });
  afterEach(() => ledger.close());

  it('is the first record seen, where no journal tells and the query began at the latest', async () => {
    const report = await ledger.verify({ pack: latest });
    expect(report.rules[0]).toMatchObject({ passed: true, checked: 2 });
  });

  it('is where the first batch began: what is missing from there on was lost', async () => {
    await journal('{"0":4}');
    const report = await ledger.verify({ pack: latest });
    expect(report.rules[0]).toMatchObject({
      passed: false,
      finding: 'Offset 4 of partition 0 is neither in Bronze nor rejected (2 in a row).',
    });
  });

  it('is not 0 for a query that began later and whose tables hold all since then', async () => {
    await journal('{"0":6}');
    expect((await ledger.verify({ pack: testPack })).rules[0]).toMatchObject({ passed: true });
  });
});
