import { sayEvent } from '../contract/event-sentences';
import type { StreamPack } from '../contract/stream-pack';
import type { EventLog } from '../event-log';
import { BrokerWatch } from '../health/broker-watch';
import type { RecordProducer } from '../kafka/record-producer';
import { usualProducer, type ChosenProducer } from '../settings/chosen-producer';
import type { LoadedPack } from '../settings/load-pack';
import type { DataPaths } from '../settings/paths';
import { LatencyWindow } from '../streaming/latency-window';
import { StreamingState } from '../streaming/streaming-state';
import { producerMaker, type Sending } from './producer-maker';

/** A pack whose stream runs: its query, its producer and the watch over its topic. */
export interface RunningPack {
  readonly pack: StreamPack;
  readonly folder: string;
  /** What its events are generated and its rows decided by: `folder`, or a copy with other catalogs. */
  readonly sourceFolder: string;
  readonly streaming: StreamingState;
  readonly producer: RecordProducer;
  /** From the making of an event to its append by the broker, over the last minute. */
  readonly appendLatency: LatencyWindow;
  readonly brokerWatch: BrokerWatch;
  /** A producer of the pack's own events over the same record; only one may send at a time. */
  makeProducer(ratePerSecond: number, count: number | null): RecordProducer;
}

const defaultSeed = 1;

/** Nothing is started yet. `sending` null = the pack's own events at its own rate, without end. */
export function openRunningPack(
  { pack, folder }: LoadedPack,
  sending: Sending | null,
  {
    paths,
    log,
    onChange,
    mirrorGroup,
    ratePerSecond: chosenRate = null,
    sourceFolder = folder,
    chosen = usualProducer,
  }: {
    readonly paths: DataPaths;
    readonly log: EventLog;
    readonly onChange: () => void;
    /** Consumer group that shows the query's offsets; null: none. */
    readonly mirrorGroup: string | null;
    /** Of the pack's own events; null: what the pack says. */
    readonly ratePerSecond?: number | null;
    readonly sourceFolder?: string;
    readonly chosen?: ChosenProducer;
  },
): RunningPack {
  const { ratePerSecond, seed, count, source } = sending ?? {
    ratePerSecond: chosenRate ?? pack.generator.ratePerSecond,
    seed: defaultSeed,
    count: null,
  };
  const appendLatency = new LatencyWindow();
  const onAppended = (delaysMs: readonly number[]) =>
    appendLatency.add(Date.now(), delaysMs.length, delaysMs);
  const events = { pack, packFolder: sourceFolder, seed, chosen };
  const options = { ...events, paths, log, onChange, onAppended };
  const streaming = new StreamingState();
  streaming.onConnected = () =>
    log.info('query', sayEvent('topicConnected', { topic: pack.topic.name }));
  const readPosition = () => streaming.read(Date.now());
  return {
    pack,
    folder,
    sourceFolder,
    streaming,
    producer: producerMaker({ ...options, ...(source ? { source } : {}) })(ratePerSecond, count),
    appendLatency,
    brokerWatch: new BrokerWatch(pack.topic.name, readPosition, onChange, mirrorGroup),
    makeProducer: producerMaker(options),
  };
}
