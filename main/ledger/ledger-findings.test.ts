import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestLedger } from './test-ledger';
import { broken, openSampleLedger } from './sample-ledger';

let ledger: TestLedger;
beforeEach(async () => {
  ledger = await openSampleLedger();
});
afterEach(() => ledger.close());

describe('verifyLedger, sabotaged', () => {
  describe('rule 1', () => {
    it('finds a Bronze file that is gone', async () => {
      const path = (await ledger.lake.snapshot('bronze.raw')).files[0]!.path.split('/').at(-1)!;
      ledger.disk.commit('bronze.raw', [{ remove: { path, dataChange: true } }]);
      expect(broken(await ledger.verify())).toEqual({
        rules: [1],
        finding: 'Offset 0 of partition 0 is neither in Bronze nor rejected (2 in a row).',
      });
      const [rule] = (await ledger.verify()).rules;
      expect(rule!.place).toEqual({ partition: 0, offset: 0 });
    });

    it('finds the end of a partition that is gone', async () => {
      ledger.endOffsets[1] = 4;
      expect(broken(await ledger.verify())).toEqual({
        rules: [1],
        finding: 'Offset 3 of partition 1 is neither in Bronze nor rejected.',
      });
    });

    it('finds an offset that is in Bronze and rejected', async () => {
      await ledger.put('quality.rejected_records', [{ p: 0, o: 1, id: 'b', place: 'parse' }]);
      expect(broken(await ledger.verify())).toEqual({
        rules: [1],
        finding: 'Offset 1 of partition 0 is in Bronze 1 times and rejected before Bronze 1 times.',
      });
    });

    it('finds an offset beyond the committed ones', async () => {
      await ledger.put('bronze.raw', [{ p: 0, o: 9, id: 'z' }]);
      const { rules, finding } = broken(await ledger.verify());
      expect(rules[0]).toBe(1);
      expect(finding).toBe(
        'Offset 9 of partition 0 is in the tables, but committed are only 0 to 4.',
      );
    });

    it('finds more offsets committed than the broker has', async () => {
      const { rules, finding } = broken(
        await ledger.verify({ readBrokerEndOffsets: async () => ({ 0: 5, 1: 2 }) }),
      );
      expect(rules).toEqual([1]);
      expect(finding).toContain('Partition 1 is committed up to offset 3');
    });
  });

  describe('rule 2', () => {
    it('finds a row of duplicates that is gone', async () => {
      const [file] = (await ledger.lake.snapshot('quality.duplicates')).files;
      const path = file!.path.split('/').at(-1)!;
      ledger.disk.commit('quality.duplicates', [{ remove: { path, dataChange: true } }]);
      expect(broken(await ledger.verify())).toEqual({
        rules: [2],
        finding: 'Offset 4 of partition 0 is in Bronze, but not in Silver, rejected or duplicates.',
      });
    });

    it('finds it also when the last batch had nothing but that row', async () => {
      await ledger.batch([{ p: 0, o: 5, id: 'd', place: 'duplicate' }]);
      expect(broken(await ledger.verify()).rules).toEqual([]);
      const path = (await ledger.lake.snapshot('quality.duplicates')).files.at(-1)!.path;
      ledger.disk.commit('quality.duplicates', [{ remove: { path: basename(path) } }]);
      const { rules, finding } = broken(await ledger.verify());
      expect(rules).toEqual([2]);
      expect(finding).toContain('Offset 5 of partition 0 is in Bronze, but not in Silver');
    });

    it('finds a Silver row that is there twice', async () => {
      await ledger.put('silver.clean', [{ p: 0, o: 1, id: 'b', shop: 'south' }]);
      const { rules, finding } = broken(await ledger.verify());
      expect(rules).toEqual([2]);
      expect(finding).toContain('Offset 1 of partition 0 is in Silver 2 times');
    });

    it('finds an event id that two Silver rows share', async () => {
      await ledger.batch([{ p: 0, o: 5, id: 'd' }]);
      expect(broken(await ledger.verify())).toEqual({
        rules: [2],
        finding: 'Event id d is in Silver 2 times.',
      });
    });

    it('finds a duplicate of an event that is nowhere', async () => {
      await ledger.batch([{ p: 0, o: 5, id: 'lost', place: 'duplicate' }]);
      const { rules, finding } = broken(await ledger.verify());
      expect(rules).toEqual([2]);
      expect(finding).toContain('is a duplicate of event id lost, which is not in Silver');
    });
  });

  describe('rule 3', () => {
    it('finds an acknowledged event that is not at its offset', async () => {
      ledger.acknowledge([{ p: 1, o: 2, id: 'other' }]);
      expect(broken(await ledger.verify())).toEqual({
        rules: [3],
        finding:
          'Event id other was acknowledged at offset 2 of partition 1, which holds event id e.',
      });
    });

    it('finds an acknowledged event that was never noted', async () => {
      ledger.note('a,77,0,1\n');
      expect(broken(await ledger.verify())).toEqual({
        rules: [3],
        finding: 'Event number 77 was acknowledged at offset 1 of partition 0, but never noted.',
      });
    });
  });

  describe('rule 4', () => {
    it.each([
      [
        'a value',
        `SELECT * REPLACE (CASE WHEN shop = 'south' THEN total + 0.01 ELSE total END AS total) FROM computed`,
        'for shop south has total 2.01, but Silver gives 2.00.',
      ],
      ['a missing row', `FROM computed WHERE shop IS NOT NULL`, 'for shop null is missing.'],
      [
        'a surplus row',
        `FROM computed UNION ALL SELECT 'west', 1, 1, 1, now()`,
        'for shop west has no row in Silver behind it.',
      ],
      [
        'a repeated row',
        `FROM computed UNION ALL FROM computed WHERE shop = 'north'`,
        'for shop north is there 2 times.',
      ],
    ])('finds %s', async (_, rows, finding) => {
      await ledger.aggregate(rows);
      const report = broken(await ledger.verify());
      expect(report.rules).toEqual([4]);
      expect(report.finding).toBe(`The row of gold.by_shop ${finding}`);
    });

    it('finds an aggregate that is gone', async () => {
      rmSync(join(ledger.disk.folder, 'gold'), { recursive: true });
      expect(broken(await ledger.verify())).toEqual({
        rules: [4],
        finding: 'Aggregate gold.by_shop is not there.',
      });
    });
  });
});
