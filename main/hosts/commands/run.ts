import { setTimeout as delay } from 'node:timers/promises';
import { failed, FailureError } from '../../contract/failure';
import type { RunSummary } from '../../contract/run-summary';
import { createControlCenter, type ControlCenter } from '../../control-center';
import type { FaultCounts } from '../../generate/faults/fault-plan';
import { throwIfBroken, untilProcessed } from '../../pipeline/until-processed';
import type { ReplayReport } from '../../replay/replay';
import { findInstallation } from '../../settings/installation';
import { withChosen } from '../../settings/load-chosen-packs';
import { openRunSettings } from '../../settings/run-settings';
import { openFaults, openLateEvents, type FaultRun } from '../fault-run';
import { openReplay, requireOpenWindows, showReplayProgress } from '../replay-run';
import { whenAskedToEnd } from '../when-asked-to-end';
import { readRunBaseline, summariseRun } from '../summarise-run';

export interface RunOptions {
  readonly dataFolder: string;
  readonly pack: string;
  /** Packs that send their own events beside it, at their own rates, until it has sent its own. */
  readonly alongside?: readonly string[];
  /** Ends after so many records; null = by time. */
  readonly count: number | null;
  /** Ends after so long; null = by count. */
  readonly forMs: number | null;
  readonly ratePerSecond: number;
  readonly seed: number;
  /** Files to send instead of generated events; empty = generated. */
  readonly replayFiles: readonly string[];
  /** Late, repeated and malformed records beside the ordinary ones; absent = none. */
  readonly faults?: FaultCounts;
  /** Sends events of closed windows too. */
  readonly isAgreed: boolean;
}

/** Records that are sent must be in the aggregates this long after the last one. */
const drainDeadlineMs = 300_000;
/** What is left when the time is over goes out at once. */
const finishRatePerSecond = 5_000;
const lookEveryMs = 50;

/**
 * `deltadesk run`: start, produce, wait until all of it is in the aggregates, verify, stop. The
 * pipeline is stopped whatever happens; Ctrl-C ends it in order and fails with
 * `REQUEST_CANCELLED`.
 */
export async function runOnce(
  options: RunOptions,
  say: (text: string) => void,
): Promise<RunSummary & { readonly replay?: ReplayReport }> {
  const startedAtMs = Date.now();
  const cancelled = whenAskedToEnd().then(() => {
    throw failed('REQUEST_CANCELLED', { request: 'run' });
  });
  // The race below sees the rejection; without it a Ctrl-C after the end would be unhandled.
  cancelled.catch(() => undefined);
  const installation = await findInstallation();
  const { resourcesFolder } = installation;
  const { dataFolder, pack } = options;
  // Which events come late is a setting too.
  const choose = withChosen(await openRunSettings(resourcesFolder, dataFolder, { pack }));
  const replay = await openReplay(options, resourcesFolder, choose);
  const faults = replay === null ? openFaults(options, resourcesFolder, choose) : null;
  const source = replay === null ? (faults?.by ?? null) : () => replay;
  const controlCenter = await createControlCenter({
    dataFolder: options.dataFolder,
    installation,
    host: 'none',
    startPipeline: false,
    pack: options.pack,
    alongside: options.alongside ?? [],
    producer: {
      ratePerSecond: options.ratePerSecond,
      seed: options.seed,
      count: source === null ? options.count : null,
      ...(source === null ? {} : { source }),
    },
  });
  try {
    if (replay !== null) {
      const { reading } = controlCenter.parts;
      await Promise.race([requireOpenWindows(replay, reading, options), cancelled]);
    }
    const stopShowing = replay === null ? () => undefined : showReplayProgress(replay);
    const run = runIn(controlCenter, options, faults, startedAtMs, say);
    const summary = await Promise.race([run, cancelled]).finally(stopShowing);
    return replay === null ? summary : { ...summary, replay: replay.report() };
  } finally {
    await controlCenter.shutdown();
    await replay?.close();
  }
}

async function runIn(
  controlCenter: ControlCenter,
  options: RunOptions,
  faults: FaultRun | null,
  startedAtMs: number,
  say: (text: string) => void,
): Promise<RunSummary> {
  const { parts } = controlCenter;
  const { pipeline, reading } = parts;
  let before = await readRunBaseline(reading);
  say('Starting the broker and the streaming job…');
  await pipeline.start(faults === null ? null : 'streamingJob');
  const { state, failure } = pipeline.phase;
  if (failure) throw new FailureError(failure);
  if (state !== 'running') throw failed('REQUEST_CANCELLED', { request: 'run' });
  if (faults !== null) {
    // Records that an earlier run left in the topic must not be counted as this run's faults.
    await untilProcessed(parts, { deadlineMs: drainDeadlineMs });
    before = await readRunBaseline(reading);
    await pipeline.restart('producer');
  }

  say('Producing…');
  await produce(parts, options, faults);
  say('Waiting until every record is in the aggregates…');
  await untilProcessed(parts, { deadlineMs: drainDeadlineMs });
  for (const each of parts.alongside) {
    await untilProcessed({ ...parts, ...each }, { deadlineMs: drainDeadlineMs });
  }
  say('Verifying…');
  return summariseRun(parts, before, startedAtMs, faults?.expected ?? null);
}

/** Until the wanted records are sent or the time is over; all planned faults are sent then. */
async function produce(
  parts: ControlCenter['parts'],
  { forMs }: RunOptions,
  faults: FaultRun | null,
): Promise<void> {
  const { producer, reading } = parts;
  const events = faults?.events ?? null;
  let endMs = Date.now() + (forMs ?? Infinity);
  for (; !producer.isComplete; await delay(lookEveryMs)) {
    throwIfBroken(parts);
    if (Date.now() >= endMs) {
      if (events === null) break;
      endMs = Infinity;
      events.endOrdinary();
      producer.setRate(finishRatePerSecond);
    }
    if (events?.needsWatermark) await openLateEvents(events, reading);
  }
  await Promise.all(
    [producer, ...parts.alongside.map((each) => each.producer)].map((one) => one.stop()),
  );
}
