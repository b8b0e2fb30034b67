import type { LedgerReport } from '../contract/ledger';
import { TestLedger, type TestRecord } from './test-ledger';

/** First batch: good, rejected and nameless records. */
export const first: TestRecord[] = [
  { p: 0, o: 0, id: 'a', amount: '10.10' },
  { p: 0, o: 1, id: 'b', shop: 'south' },
  { p: 0, o: 2, id: 'bad', place: 'parse' },
  { p: 1, o: 0, id: 'c', shop: null },
  { p: 1, o: 1, id: 'wrong', place: 'rule' },
];
/** Second batch, with a duplicate of the first. */
export const second: TestRecord[] = [
  { p: 0, o: 3, id: 'd' },
  { p: 0, o: 4, id: 'a', place: 'duplicate' },
  { p: 1, o: 2, id: 'e', shop: 'south' },
];

/** A ledger of both batches, all of it acknowledged; the caller closes it. */
export async function openSampleLedger(): Promise<TestLedger> {
  const ledger = await TestLedger.open();
  await ledger.batch(first);
  await ledger.batch(second);
  ledger.acknowledge([...first, ...second.filter(({ place }) => place !== 'duplicate')]);
  return ledger;
}

/** The numbers of the rules that are broken, with the finding of the first of them. */
export function broken({ rules, ok }: LedgerReport): { rules: number[]; finding: string | null } {
  const red = rules.filter(({ passed }) => !passed);
  if (ok !== (red.length === 0)) throw new Error('the verdict differs from its rules');
  return { rules: red.map(({ rule }) => rule), finding: red[0]?.finding ?? null };
}
