import { failed } from '../contract/failure';
import {
  expectedOf,
  planFaults,
  type ExpectedFaults,
  type FaultCounts,
} from '../generate/faults/fault-plan';
import type { EventGenerator } from '../generate/event-generator';
import { closedBeforeMs } from '../generate/faults/closed-before';
import { FaultyEvents } from '../generate/faults/faulty-events';
import { malformedKindsOf } from '../generate/faults/malformed-kinds';
import { findGenerator } from '../generate/find-generator';
import type { GeneratorChoice } from '../generate/generator-choice';
import { loadPack, type LoadedPack } from '../settings/load-pack';
import type { TableReading } from '../reading/table-reading';

/** Late events that wait for a watermark need a committed batch within this time. */
const firstBatchDeadlineMs = 300_000;

interface FaultOptions {
  readonly pack: string;
  readonly count: number | null;
  readonly forMs: number | null;
  readonly ratePerSecond: number;
  readonly seed: number;
  readonly faults?: FaultCounts;
}

/** The records of a run with faults, and where they must be found. */
export interface FaultRun {
  readonly events: FaultyEvents;
  /**
   * The same events by the catalogs of that folder, narrowed as it was chosen: rows are decided by
   * those of their own run.
   */
  by(packFolder: string, choice?: GeneratorChoice): FaultyEvents;
  readonly expected: ExpectedFaults;
}

/**
 * Plans the faults that the options ask for, of the pack as `choose` has it; null when they ask for
 * none. Fails with `SETTING_INVALID` when no event of the pack can be late, and like `loadPack`.
 */
export function openFaults(
  options: FaultOptions,
  resourcesFolder: string,
  choose: (loaded: LoadedPack) => LoadedPack = (loaded) => loaded,
): FaultRun | null {
  const { faults: counts, seed, count, forMs, ratePerSecond } = options;
  const wanted = counts ? counts.late + counts.duplicate + counts.malformed : 0;
  if (!counts || wanted === 0) return null;
  const { pack, folder } = choose(loadPack(resourcesFolder, options.pack));
  if (counts.late > 0 && closedBeforeMs(pack, 0) === null) {
    const reason =
      `No event of the pack "${pack.pack}" is ever late: ` +
      'none of its aggregates has a window with a watermarkDelayMs.';
    throw failed('SETTING_INVALID', { setting: '--late', reason });
  }
  const stages = malformedKindsOf(pack);
  // By time nobody knows how many there will be; what is planned too late is sent at the end.
  const byTime = Math.floor(((forMs ?? 0) / 1000) * ratePerSecond) - wanted;
  const plan = planFaults(counts, count ?? Math.max(1, byTime), seed, [...stages.keys()]);
  let generator = findGenerator(pack, folder, seed);
  const chosen: EventGenerator = { event: (...which) => generator.event(...which) };
  const events = new FaultyEvents({ generator: chosen, pack, seed, plan, ordinary: count });
  const by: FaultRun['by'] = (packFolder, choice) => {
    generator = findGenerator(pack, packFolder, seed, choice);
    return events;
  };
  return { events, by, expected: expectedOf(plan, stages) };
}

/** Lets late events go as soon as a batch with rows for Silver is committed. */
export async function openLateEvents(events: FaultyEvents, reading: TableReading): Promise<void> {
  const maxEventTimeMs = await reading.maxEventTimeMs();
  if (maxEventTimeMs !== null) events.openLate(maxEventTimeMs);
  const { waitingSinceMs } = events;
  if (waitingSinceMs === null || Date.now() - waitingSinceMs < firstBatchDeadlineMs) return;
  throw failed('STREAMING_BEHIND', { pending: null, seconds: firstBatchDeadlineMs / 1000 });
}
