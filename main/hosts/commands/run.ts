import { setTimeout as delay } from 'node:timers/promises';
import { failed, FailureError } from '../../contract/failure';
import type { RunSummary } from '../../contract/run-summary';
import { createControlCenter, type ControlCenter } from '../../control-center';
import type { ReplayReport } from '../../replay/replay';
import { findInstallation } from '../../settings/installation';
import { openReplay, requireOpenWindows, showReplayProgress } from '../replay-run';
import { whenAskedToEnd } from '../when-asked-to-end';
import { readRunBaseline, summariseRun } from '../summarise-run';

export interface RunOptions {
  readonly dataFolder: string;
  readonly pack: string;
  /** Ends after so many records; null = by time. */
  readonly count: number | null;
  /** Ends after so long; null = by count. */
  readonly forMs: number | null;
  readonly ratePerSecond: number;
  readonly seed: number;
  /** Files to send instead of generated events; empty = generated. */
  readonly replayFiles: readonly string[];
  /** Sends events of closed windows too. */
  readonly isAgreed: boolean;
}

/** Records that are sent must be in the aggregates this long after the last one. */
const drainDeadlineMs = 300_000;

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
  const replay = await openReplay(options, installation.resourcesFolder);
  const controlCenter = await createControlCenter({
    dataFolder: options.dataFolder,
    installation,
    host: 'none',
    startPipeline: false,
    pack: options.pack,
    producer: {
      ratePerSecond: options.ratePerSecond,
      seed: options.seed,
      count: replay === null ? options.count : null,
      ...(replay === null ? {} : { source: replay }),
    },
  });
  try {
    if (replay !== null) {
      const { reading } = controlCenter.parts;
      await Promise.race([requireOpenWindows(replay, reading, options), cancelled]);
    }
    const stopShowing = replay === null ? () => undefined : showReplayProgress(replay);
    const run = runIn(controlCenter, options, startedAtMs, say);
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
  startedAtMs: number,
  say: (text: string) => void,
): Promise<RunSummary> {
  const { pipeline, producer, brokerWatch } = controlCenter.parts;
  const before = await readRunBaseline(controlCenter.parts.reading);
  say('Starting the broker and the streaming job…');
  await pipeline.start();
  const { state, failure } = pipeline.phase;
  if (failure) throw new FailureError(failure);
  if (state !== 'running') throw failed('REQUEST_CANCELLED', { request: 'run' });

  say('Producing…');
  if (options.forMs !== null) {
    await delay(options.forMs);
    await producer.stop();
  } else {
    while (!producer.isComplete) {
      throwIfBroken(controlCenter.parts);
      await delay(50);
    }
    await producer.stop();
  }

  say('Waiting until every record is in the aggregates…');
  const endMs = Date.now() + drainDeadlineMs;
  for (;;) {
    // A broker that is being restarted does not answer for a moment: not known yet.
    const lag = await brokerWatch.readLag().then(
      (read) => read.lag,
      () => null,
    );
    if (lag === 0) break;
    throwIfBroken(controlCenter.parts);
    if (Date.now() > endMs) {
      throw failed('STREAMING_BEHIND', { pending: lag, seconds: drainDeadlineMs / 1000 });
    }
    await delay(100);
  }

  say('Verifying…');
  return summariseRun(controlCenter.parts, before, startedAtMs);
}

/** A part that will not come back ends the run: waiting for it would never end. */
function throwIfBroken(parts: ControlCenter['parts']): void {
  for (const { status } of [parts.broker, parts.streamingJob]) {
    if (status.state === 'failed') throw new FailureError(status.failure);
  }
  const { producer, pipeline } = parts;
  if (pipeline.phase.failure) throw new FailureError(pipeline.phase.failure);
  if (pipeline.phase.state === 'running' && producer.failure && !producer.isComplete) {
    throw new FailureError(producer.failure);
  }
}
