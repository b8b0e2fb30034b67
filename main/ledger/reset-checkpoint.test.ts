import { basename } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestLedger, type TestRecord } from './test-ledger';
import { broken, openSampleLedger } from './sample-ledger';

/** The sample's two batches end at offset 5 of partition 0 and at 3 of partition 1. */
let ledger: TestLedger;
beforeEach(async () => {
  ledger = await openSampleLedger();
});
afterEach(() => ledger.close());

const malformed: TestRecord = { p: 0, o: 5, id: 'broken', place: 'parse' };
const f: TestRecord = { p: 0, o: 5, id: 'f' };
const g: TestRecord = { p: 0, o: 6, id: 'g' };
const h: TestRecord = { p: 1, o: 3, id: 'h' };
const findings = async () => broken(await ledger.verify());
const green = { rules: [], finding: null };

async function removeNewestFile(table: 'bronze.raw' | 'quality.rejected_records') {
  const { path } = (await ledger.lake.snapshot(table)).files.at(-1)!;
  ledger.disk.commit(table, [{ remove: { path: basename(path), dataChange: true } }]);
}

describe('the ledger after a reset of the checkpoint', () => {
  it('counts the last batch of the query before, which had nothing for Silver', async () => {
    await ledger.batch([malformed]);
    ledger.resetCheckpoint();
    expect(await findings()).toEqual(green);
    await ledger.batch([g]);
    expect(await findings()).toEqual(green);
  });

  it('finds what such a batch had and lost, before and after the new query ran', async () => {
    await ledger.batch([malformed]);
    ledger.resetCheckpoint();
    await removeNewestFile('quality.rejected_records');
    const lost = {
      rules: [1],
      finding: 'Offset 5 of partition 0 is neither in Bronze nor rejected.',
    };
    expect(await findings()).toEqual(lost);
    await ledger.batch([g]);
    expect(await findings()).toEqual(lost);
  });

  it('finds a lost end of the tables while the new query has run no batch', async () => {
    ledger.resetCheckpoint();
    await removeNewestFile('bronze.raw');
    expect((await findings()).rules).toContain(1);
  });

  it('waits for a batch that the query before left unfinished, however it is cut anew', async () => {
    await ledger.batch([f, g, h], { silver: false });
    ledger.acknowledge([f, g, h]);
    expect(await ledger.verify()).toMatchObject({ ok: true, pending: 3 });
    ledger.resetCheckpoint();
    expect(await ledger.verify()).toMatchObject({ ok: true, pending: 3 });
    await ledger.batch([f], { bronze: false });
    expect(await ledger.verify()).toMatchObject({ ok: true, pending: 2 });
    await ledger.batch([g, h], { bronze: false });
    expect(await ledger.verify()).toMatchObject({ ok: true, pending: 0 });
  });

  it('waits for a very first batch that was left unfinished', async () => {
    const records = [f, g, h].map((record, index) => ({ ...record, o: index, p: 0 }));
    const fresh = await TestLedger.open();
    try {
      await fresh.batch(records, { silver: false });
      fresh.acknowledge(records);
      expect(await fresh.verify()).toMatchObject({ ok: true, pending: 3 });
      fresh.resetCheckpoint();
      expect(await fresh.verify()).toMatchObject({ ok: true, pending: 3 });
      await fresh.batch(records.slice(0, 1), { bronze: false });
      expect(await fresh.verify()).toMatchObject({ ok: true, pending: 2 });
      // The query after passes over records that the tables do not hold.
      await fresh.batch([{ p: 0, o: 3, id: 'i' }]);
      expect(broken(await fresh.verify()).rules).toEqual([2]);
    } finally {
      await fresh.close();
    }
  });

  it('finds what is lost of an unfinished batch once the new query has passed it', async () => {
    await ledger.batch([f, g, h], { silver: false });
    ledger.resetCheckpoint();
    await ledger.batch([f, g], { bronze: false });
    await removeNewestFile('bronze.raw');
    expect((await findings()).rules).toContain(1);
  });

  it('waits for a batch that reached Silver, but not the journal', async () => {
    const ends = { ...ledger.endOffsets };
    await ledger.batch([f, g, h], { journal: false });
    ledger.acknowledge([f, g, h]);
    expect(await ledger.verify()).toMatchObject({ ok: true, pending: 0 });
    ledger.resetCheckpoint(ends);
    expect(await ledger.verify()).toMatchObject({ ok: true, pending: 3 });
  });
});
