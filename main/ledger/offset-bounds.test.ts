import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestLedger } from './test-ledger';
import { testPack } from './test-pack';

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
  /** The query began at this offset of partition 0, and its first batch had both records. */
  const begin = async (offset: number) => {
    ledger.startOffsets[0] = offset;
    await ledger.batch(records);
  };

  beforeEach(async () => {
    ledger = await TestLedger.open();
  });
  afterEach(() => ledger.close());

  it('is the first record seen, where no journal tells and the query began at the latest', async () => {
    await begin(6);
    rmSync(join(ledger.disk.folder, 'quality', 'batches'), { recursive: true });
    const report = await ledger.verify({ pack: latest });
    expect(report.rules[0]).toMatchObject({ passed: true, checked: 2 });
  });

  it('is where the first batch began: what is missing from there on was lost', async () => {
    await begin(4);
    const report = await ledger.verify({ pack: latest });
    expect(report.rules[0]).toMatchObject({
      passed: false,
      finding: 'Offset 4 of partition 0 is neither in Bronze nor rejected (2 in a row).',
    });
  });

  it('is not 0 for a query that began later and whose tables hold all since then', async () => {
    await begin(6);
    expect((await ledger.verify({ pack: testPack })).rules[0]).toMatchObject({ passed: true });
  });

  it('leaves alone what was acknowledged before, and is no end of what came after', async () => {
    await begin(6);
    ledger.acknowledge([{ p: 0, o: 4, id: 'before' }, ...records, { p: 0, o: 8, id: 'lag' }]);
    expect(await ledger.verify({ pack: latest })).toMatchObject({
      ok: true,
      acknowledged: 4,
      pending: 1,
    });
    ledger.acknowledge([{ p: 0, o: 7, id: 'lost' }]);
    const [, , rule] = (await ledger.verify({ pack: latest })).rules;
    expect(rule).toMatchObject({ passed: false, checked: 4, place: { partition: 0, offset: 7 } });
  });

  it('counts what was acknowledged from where the query began, though no table has it', async () => {
    await begin(4);
    ledger.acknowledge([{ p: 0, o: 5, id: 'lost' }]);
    const [, , rule] = (await ledger.verify({ pack: latest })).rules;
    expect(rule).toMatchObject({ passed: false, place: { partition: 0, offset: 5 } });
  });

  it('is where the first of several queries began', async () => {
    await begin(4);
    ledger.resetCheckpoint();
    await ledger.batch([{ p: 0, o: 8, id: 'i' }]);
    const [rule] = (await ledger.verify()).rules;
    expect(rule).toMatchObject({ passed: false, place: { partition: 0, offset: 4 } });
  });
});
