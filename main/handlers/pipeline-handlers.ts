import { defaultLimits } from '../contract/alert-limits';
import type { Handlers } from '../contract/api';
import { failed } from '../contract/failure';
import type { RunningPack } from '../pipeline/running-pack';
import { runOnce, type RunOnceParts } from '../pipeline/run-once';
import type { RunningRequests } from './running-requests';
import { readFreeBytes } from '../settings/data-folder-disk';
import type { DataPaths } from '../settings/paths';
import type { Settings } from '../settings/settings';

/** What the place Pipeline is answered from. */
export interface PipelinePlace extends RunOnceParts {
  readonly shown: RunningPack;
  readonly alongside: readonly RunningPack[];
  readonly paths: DataPaths;
  readonly settings: Settings;
}

/** Latency is told over the records of the last minute. */
const spanMs = 60_000;

/** Answers of the place Pipeline beyond the overview: batches, latency by hop, runs, the disk. */
export function pipelineHandlers(
  place: PipelinePlace,
  running: RunningRequests,
): Pick<
  Handlers,
  | 'producer.setPaused'
  | 'pipeline.runOnce'
  | 'batches.read'
  | 'latency.read'
  | 'runs.read'
  | 'disk.read'
  | 'lastErrors.read'
> {
  const { shown, alongside, settings } = place;
  const find = (name: string | undefined): RunningPack => {
    const packs = [shown, ...alongside];
    const found = name === undefined ? shown : packs.find(({ pack }) => pack.pack === name);
    if (found) return found;
    const known = packs.map(({ pack }) => pack.pack).join(', ');
    throw failed('PACK_UNKNOWN', { pack: name ?? null, known });
  };
  return {
    'producer.setPaused': async ({ paused }) => shown.producer.setPaused(paused),
    'pipeline.runOnce': running.answering(({ events }, control) => runOnce(place, events, control)),
    'batches.read': async ({ pack: name, limit }) => {
      const { pack } = find(name);
      return {
        pack: pack.pack,
        topic: pack.topic.name,
        bronzeTable: `bronze.${pack.bronze.table}`,
        silverTable: `silver.${pack.silver.table}`,
        triggerIntervalMs: pack.streaming.triggerIntervalMs,
        batches: await place.reading.pipelineHistory.readMicroBatches(pack.pack, limit),
      };
    },
    'latency.read': async ({ pack: name }) => {
      const { pack, streaming, appendLatency } = find(name);
      const nowMs = Date.now();
      const limits = { ...defaultLimits, ...settings.numbersOf('alerts') };
      return {
        pack: pack.pack,
        spanMs,
        bronzeLimitMs: limits.latencyP95Ms,
        hops: { broker: appendLatency.read(nowMs), ...streaming.hops.read(nowMs) },
        total: streaming.read(nowMs).latencyMs,
      };
    },
    'runs.read': async ({ limit }) => ({
      runs: await place.reading.pipelineHistory.readRuns(limit),
    }),
    'lastErrors.read': async () => ({
      errors: await place.reading.pipelineHistory.readLastErrors(),
    }),
    'disk.read': async () => ({ freeBytes: await readFreeBytes(place.paths.dataFolder) }),
  };
}
