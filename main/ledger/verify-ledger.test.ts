import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestLedger, type TestRecord } from './test-ledger';
import { broken, first, openSampleLedger } from './sample-ledger';

let ledger: TestLedger;
beforeEach(async () => {
  ledger = await openSampleLedger();
});
afterEach(() => ledger.close());

describe('verifyLedger', () => {
  it('closes when every record is in its one place', async () => {
    const report = await ledger.verify({ readBrokerEndOffsets: async () => ({ 0: 5, 1: 3 }) });
    expect(broken(report)).toEqual({ rules: [], finding: null });
    expect(report).toMatchObject({
      pack: 'shops',
      brokerChecked: true,
      acknowledged: 7,
      pending: 0,
      repeatedSends: 1,
    });
    expect(report.rules.map(({ checked }) => checked)).toEqual([8, 7, 7, 3]);
    expect(report.partitions[0]).toEqual({
      partition: 0,
      firstOffset: 0,
      endOffset: 5,
      bronze: 4,
      silver: 3,
      rejectedBeforeBronze: 1,
      rejectedByRule: 0,
      duplicates: 1,
    });
  });

  it('asks the broker for its ends after the tables, which grow while records flow', async () => {
    const asked: string[] = [];
    const ends = (what: string) => async () => {
      asked.push(what);
      return { 0: 5, 1: 3 };
    };
    await ledger.verify({
      endOffsetsOfBatch: ends('tables'),
      readBrokerEndOffsets: ends('broker'),
    });
    expect(asked).toEqual(['tables', 'broker']);
  });

  it('closes before the first micro-batch, and takes what is acknowledged for pending', async () => {
    const empty = await TestLedger.open();
    empty.acknowledge(first);
    const report = await empty.verify();
    expect(broken(report).rules).toEqual([]);
    expect(report).toMatchObject({ acknowledged: 5, pending: 5, brokerChecked: false });
    rmSync(empty.disk.folder, { recursive: true });
    expect((await empty.verify()).ok).toBe(true);
    await empty.close();
  });

  it('closes without a producer record and without a checkpoint', async () => {
    rmSync(ledger.recordFolder, { recursive: true });
    const report = await ledger.verify({ endOffsetsOfBatch: async () => null });
    expect(broken(report).rules).toEqual([]);
    expect(report.acknowledged).toBe(0);
  });

  it('leaves out a batch that has not reached Silver, and its compaction', async () => {
    await ledger.batch([{ p: 0, o: 5, id: 'f' }], { silver: false });
    ledger.disk.commit('bronze.raw', [{ commitInfo: { timestamp: 1, operation: 'OPTIMIZE' } }]);
    ledger.acknowledge([{ p: 0, o: 5, id: 'f' }]);
    const report = await ledger.verify();
    expect(broken(report).rules).toEqual([]);
    expect(report.pending).toBe(1);
    expect(report.partitions[0]!.bronze).toBe(4);
  });

  it('is told by the journal of a last batch without Silver rows, or else by the checkpoint', async () => {
    const last: TestRecord[] = [{ p: 0, o: 5, id: 'broken', place: 'parse' }];
    await ledger.batch(last);
    ledger.acknowledge(last);
    const nothing = async () => ({ queryId: null, completedBatch: null });
    expect(await ledger.verify({ readCheckpoint: nothing })).toMatchObject({
      ok: true,
      pending: 0,
    });
    rmSync(join(ledger.disk.folder, 'quality', 'batches'), { recursive: true });
    expect(await ledger.verify()).toMatchObject({ ok: true, pending: 0 });
  });

  it('compares an aggregate with the Silver version that it contains', async () => {
    await ledger.batch([{ p: 0, o: 5, id: 'f' }], { aggregates: false });
    expect(broken(await ledger.verify()).rules).toEqual([]);
  });

  it('asks for the end offsets of the batch that Silver holds', async () => {
    const asked: number[] = [];
    const endOffsetsOfBatch = async (batchId: number) => {
      asked.push(batchId);
      return ledger.endOffsets;
    };
    await ledger.verify({ endOffsetsOfBatch });
    expect(asked).toEqual([1]);
  });

  it('does not count a line of the record that is still being written', async () => {
    ledger.note('s,900,z,1\na,900,0,3');
    expect(await ledger.verify()).toMatchObject({ ok: true, acknowledged: 7 });
    ledger.note('9\n');
    expect(await ledger.verify()).toMatchObject({ ok: true, acknowledged: 8, pending: 1 });
  });
});
