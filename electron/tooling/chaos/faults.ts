import { seededRandom } from '../../../main/generate/seeded-random';

/** A step of the job's work at which it can be ended; the names are the job's own. */
export type DrillPoint = 'BRONZE' | 'SILVER' | 'AGGREGATE' | 'AGGREGATES' | 'COMPACTION';

/** What changes while the control process is dead. */
export type Meanwhile = 'catalog edited' | 'clock moved back' | 'clock moved forward';

/**
 * `afterMs`: time from the start of the producing, or of the reset, to the kill. In a large batch:
 * from its planning to the first kill, and from the job's next start to the second.
 */
export type Fault =
  | { readonly kind: 'job killed'; readonly afterMs: number }
  | { readonly kind: 'job killed at'; readonly point: DrillPoint }
  | { readonly kind: 'broker killed'; readonly afterMs: number }
  | { readonly kind: 'control killed'; readonly afterMs: number; readonly meanwhile: Meanwhile[] }
  | { readonly kind: 'control killed in a reset'; readonly afterMs: number }
  | { readonly kind: 'job killed in a large batch'; readonly afterMs: readonly [number, number] };

export interface FaultPlan {
  readonly seed: number;
  /** Events produced around each fault. */
  readonly eventsOfEach: number;
  readonly faults: readonly Fault[];
}

const mostMs = 1_500;
/** A reset of the checkpoints takes some ten milliseconds. */
const mostResetMs = 25;
/** What a job that has just begun takes for its first batch when that is a large one. */
const mostLargeBatchMs = 5_000;
/** What it takes to begin. */
const jobStartMs = 4_000;

/**
 * Less than a minute: every kind of fault but a reset, three of the named points over all seeds. The
 * control process is killed before the last loss of the job: a new one restarts the job sooner.
 */
export function shortPlan(seed: number): FaultPlan {
  const random = seededRandom(seed, 0);
  const afterMs = () => random.integer(0, mostMs);
  const first = random.oneOf(['BRONZE', 'SILVER'] as const);
  const second = random.oneOf(['AGGREGATE', 'AGGREGATES'] as const);
  const faults: Fault[] = [
    { kind: 'job killed', afterMs: afterMs() },
    { kind: 'job killed at', point: first },
    { kind: 'broker killed', afterMs: afterMs() },
    {
      kind: 'control killed',
      afterMs: afterMs(),
      meanwhile: ['catalog edited', 'clock moved back'],
    },
    { kind: 'job killed at', point: second },
  ];
  return { seed, eventsOfEach: 600, faults };
}

/**
 * In a seeded order ten kills of the job, three of the broker, four of the control process, before
 * one of which the clock moves back and before another forward again. Then large batches, of which
 * each has the job killed three times: before, in it, and once more.
 */
export function longPlan(seed: number): FaultPlan {
  const random = seededRandom(seed, 0);
  const afterMs = () => random.integer(0, mostMs);
  const points = ['BRONZE', 'SILVER', 'AGGREGATE', 'AGGREGATES', 'COMPACTION'] as const;
  const faults: Fault[] = [
    ...points.map((point): Fault => ({ kind: 'job killed at', point })),
    ...Array.from({ length: 5 }, (): Fault => ({ kind: 'job killed', afterMs: afterMs() })),
    ...Array.from({ length: 3 }, (): Fault => ({ kind: 'broker killed', afterMs: afterMs() })),
    { kind: 'control killed', afterMs: afterMs(), meanwhile: ['catalog edited'] },
    { kind: 'control killed', afterMs: afterMs(), meanwhile: ['clock moved back'] },
    { kind: 'control killed', afterMs: afterMs(), meanwhile: ['clock moved forward'] },
    { kind: 'control killed in a reset', afterMs: random.integer(0, mostResetMs) },
  ];
  const order = faults.map((fault) => ({ fault, rank: random.fraction() }));
  order.sort((left, right) => left.rank - right.rank);
  const largeBatches = Array.from({ length: 2 }, (): Fault => {
    const second = jobStartMs + random.integer(0, mostLargeBatchMs);
    const afterMs = [random.integer(0, mostLargeBatchMs), second] as const;
    return { kind: 'job killed in a large batch', afterMs };
  });
  const shuffled = order.map(({ fault }) => fault);
  return { seed, eventsOfEach: 1_250, faults: [...shuffled, ...largeBatches] };
}

/** One line that tells a fault. */
export function describeFault(fault: Fault): string {
  switch (fault.kind) {
    case 'job killed at':
      return `job killed at ${fault.point}`;
    case 'control killed':
      return `control process killed after ${fault.afterMs} ms, ${fault.meanwhile.join(', ')}`;
    case 'job killed in a large batch':
      return `${fault.kind} after ${fault.afterMs.join(' and ')} ms`;
    default:
      return `${fault.kind} after ${fault.afterMs} ms`;
  }
}
