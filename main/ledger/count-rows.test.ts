import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openQueryPlace } from '../analytics/open-query-place';
import { countRows } from './count-rows';
import { TestLedger } from './test-ledger';
import { testPack } from './test-pack';

let ledger: TestLedger;
let place: Awaited<ReturnType<typeof openQueryPlace>>;
beforeEach(async () => {
  ledger = await TestLedger.open();
  place = await openQueryPlace(ledger.lake);
});
afterEach(async () => {
  place.close();
  await ledger.close();
});

const nothing = {
  bronze: 0,
  silver: 0,
  rejected: { parse: 0, schema: 0, rule: 0 },
  duplicates: 0,
  late: 0,
  revenue: '0',
};

describe('countRows', () => {
  it('counts every place, late rows, and revenue to the cent', async () => {
    await ledger.batch([
      { p: 0, o: 0, id: 'a', amount: '10.10' },
      { p: 0, o: 1, id: 'b', amount: '0.05', shop: 'south' },
      { p: 0, o: 2, id: 'bad', place: 'parse' },
      { p: 0, o: 3, id: 'late' },
      { p: 0, o: 4, id: 'a', place: 'duplicate' },
      { p: 0, o: 5, id: 'wrong', place: 'rule' },
    ]);
    expect(await countRows(place, ledger.lake, testPack)).toEqual({
      bronze: 5,
      silver: 3,
      rejected: { parse: 1, schema: 0, rule: 1 },
      duplicates: 1,
      late: 1,
      revenue: '11.15',
    });
  });

  it('is nothing for empty tables and for tables that are not there', async () => {
    expect(await countRows(place, ledger.lake, testPack)).toEqual(nothing);
    rmSync(ledger.disk.folder, { recursive: true });
    expect(await countRows(place, ledger.lake, testPack)).toEqual(nothing);
  });
});
