import { describe, expect, it } from 'vitest';
import { expectedOf, planFaults, type FaultCounts } from './fault-plan';
import { seededRandom } from '../seeded-random';
import type { MalformedKind, RejectedStage } from './malformed-kinds';

const stages = new Map<MalformedKind, RejectedStage>([
  ['notJson', 'parse'],
  ['missingField', 'schema'],
  ['wrongType', 'schema'],
  ['farFuture', 'rule'],
]);
const kinds = [...stages.keys()];

/** Drawn counts, small and large, with none of a fault among them. */
const cases = Array.from({ length: 60 }, (_, index) => {
  const random = seededRandom(42, index);
  const count = () => random.oneOf([0, 1, 2, random.integer(3, 300)]);
  const counts: FaultCounts = { late: count(), duplicate: count(), malformed: count() };
  return { counts, ordinary: random.oneOf([1, 2, random.integer(3, 50_000)]), seed: index };
});

describe('planFaults', () => {
  it('plans exactly as many of each fault as are wanted, in the order in which they are due', () => {
    for (const { counts, ordinary, seed } of cases) {
      const plan = planFaults(counts, ordinary, seed, kinds);
      const planned = { late: 0, duplicate: 0, malformed: 0 };
      for (const { kind } of plan) planned[kind] += 1;
      expect(planned).toEqual(counts);
      const due = plan.map(({ after }) => after);
      expect(due).toEqual([...due].sort((a, b) => a - b));
      expect(due.every((after) => after >= 1 && after <= ordinary)).toBe(true);
    }
  });

  it('repeats only events that were sent before', () => {
    for (const { counts, ordinary, seed } of cases) {
      for (const fault of planFaults(counts, ordinary, seed, kinds)) {
        if (fault.kind !== 'duplicate') continue;
        expect(fault.of).toBeGreaterThanOrEqual(1);
        expect(fault.of).toBeLessThanOrEqual(fault.after);
      }
    }
  });

  it('takes turns through the kinds of malformed records', () => {
    for (const { counts, ordinary, seed } of cases) {
      const tally = new Map(kinds.map((kind) => [kind, 0]));
      for (const fault of planFaults(counts, ordinary, seed, kinds)) {
        if (fault.kind === 'malformed') tally.set(fault.as, tally.get(fault.as)! + 1);
      }
      const shares = [...tally.values()];
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
    }
  });

  it('is the same for the same seed, and another for another', () => {
    const counts = { late: 20, duplicate: 30, malformed: 40 };
    const plan = (seed: number) => planFaults(counts, 5_000, seed, kinds);
    expect(plan(7)).toEqual(plan(7));
    expect(plan(8)).not.toEqual(plan(7));
  });

  it('keeps the faults of one kind when another count changes', () => {
    const late = (malformed: number) =>
      planFaults({ late: 20, duplicate: 0, malformed }, 5_000, 7, kinds).filter(
        ({ kind }) => kind === 'late',
      );
    expect(late(40)).toEqual(late(0));
  });

  it('spreads the faults over the whole run', () => {
    const plan = planFaults({ late: 100, duplicate: 100, malformed: 100 }, 1_000, 3, kinds);
    const inTenth = Array.from({ length: 10 }, () => 0);
    for (const { after } of plan) inTenth[Math.floor((after - 1) / 100)]! += 1;
    expect(Math.min(...inTenth)).toBeGreaterThan(10);
  });
});

describe('expectedOf', () => {
  it('counts a kind at its own stage', () => {
    const none = { late: 0, duplicate: 0, malformed: 8 };
    const { rejected } = expectedOf(planFaults(none, 10, 1, kinds), stages);
    expect(rejected).toEqual({ parse: 2, schema: 4, rule: 2 });
  });

  it('counts every fault in the one place where it must be found', () => {
    for (const { counts, ordinary, seed } of cases) {
      const { late, duplicates, rejected } = expectedOf(
        planFaults(counts, ordinary, seed, kinds),
        stages,
      );
      const { parse, schema, rule } = rejected;
      expect({ late, duplicate: duplicates, malformed: parse + schema + rule }).toEqual(counts);
    }
  });
});
