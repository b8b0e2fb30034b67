import { seededRandom } from '../seeded-random';
import type { MalformedKind, RejectedStage } from './malformed-kinds';

/** How many records of each fault are wanted, beside the ordinary events. */
export interface FaultCounts {
  readonly late: number;
  readonly duplicate: number;
  readonly malformed: number;
}

/** One fault; `after` ordinary events (from 1) it is due. */
export type Fault = { readonly after: number } & (
  | { readonly kind: 'late' }
  /** The ordinary event that is repeated, counted from 1; at most `after`. */
  | { readonly kind: 'duplicate'; readonly of: number }
  | { readonly kind: 'malformed'; readonly as: MalformedKind }
);

/** Each kind of fault has draws of its own: another count of one leaves the others as they are. */
const salts = { late: 0x1a7e, duplicate: 0xd0b1, malformed: 0xbad0 };
/** A repetition follows its event by at most so many ordinary ones. */
const farthestRepeat = 10_000;

/**
 * Exactly the wanted faults among `ordinary` events (at least 1), in the order in which they are
 * due. Malformed ones take turns through `kinds`, so that none is more than one ahead. The same
 * arguments give the same plan.
 */
export function planFaults(
  counts: FaultCounts,
  ordinary: number,
  seed: number,
  kinds: readonly MalformedKind[],
): readonly Fault[] {
  const draw = <F extends Fault>(
    kind: F['kind'],
    make: (random: ReturnType<typeof seededRandom>, after: number, index: number) => F,
  ) =>
    Array.from({ length: counts[kind] }, (_, index) => {
      const random = seededRandom(seed ^ salts[kind], index + 1);
      return make(random, random.integer(1, ordinary), index);
    });
  const turn = seededRandom(seed ^ salts.malformed, 0).integer(0, kinds.length - 1);
  return [
    ...draw('late', (_, after) => ({ kind: 'late', after })),
    ...draw('duplicate', (random, after) => ({
      kind: 'duplicate',
      after,
      of: random.integer(Math.max(1, after - farthestRepeat), after),
    })),
    ...draw('malformed', (_, after, index) => ({
      kind: 'malformed',
      after,
      as: kinds[(turn + index) % kinds.length]!,
    })),
  ].sort((a, b) => a.after - b.after);
}

/** Where the records of a plan must be found. */
export interface ExpectedFaults {
  readonly late: number;
  readonly duplicates: number;
  readonly rejected: Readonly<Record<RejectedStage, number>>;
}

/** Counts a plan by the place where the pipeline must put its records. */
export function expectedOf(
  plan: readonly Fault[],
  stages: ReadonlyMap<MalformedKind, RejectedStage>,
): ExpectedFaults {
  const rejected = { parse: 0, schema: 0, rule: 0 };
  let late = 0;
  let duplicates = 0;
  for (const fault of plan) {
    if (fault.kind === 'late') late += 1;
    else if (fault.kind === 'duplicate') duplicates += 1;
    else rejected[stages.get(fault.as)!] += 1;
  }
  return { late, duplicates, rejected };
}
