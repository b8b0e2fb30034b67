import type { StreamPack } from '../../../main/contract/stream-pack';
import { findGenerator } from '../../../main/generate/find-generator';
import { RecordProducer } from '../../../main/kafka/record-producer';
import { TableReading } from '../../../main/reading/table-reading';
import { loadPack } from '../../../main/settings/load-pack';
import type { DataPaths } from '../../../main/settings/paths';
import { MixedEvents } from './mixed-events';

/** Of each pack that a run can have: how its events are sent, and where Silver keeps their amounts. */
const packs = {
  sales: { ratePerSecond: 500, share: 1, amountColumn: 'total_depense' },
  orders: { ratePerSecond: 100, share: 0.2, amountColumn: 'total_price' },
} as const;
export type ChaosPack = keyof typeof packs;

/** One pack of a run: what is sent to it, and its tables. */
export interface ChaosStream {
  readonly pack: StreamPack;
  readonly packFolder: string;
  readonly reading: TableReading;
  readonly events: MixedEvents;
  readonly ratePerSecond: number;
  /** Of the events of a fault, so many are this pack's; the first pack has 1. */
  readonly share: number;
  /** Column of Silver whose sum is that of the events' cents. */
  readonly amountColumn: string;
}

/** Opens a pack of a private installation over a data folder that may still be empty. */
export async function openChaosStream(
  name: ChaosPack,
  { resourcesFolder, paths, seed }: { resourcesFolder: string; paths: DataPaths; seed: number },
): Promise<ChaosStream> {
  const { pack, folder: packFolder } = loadPack(resourcesFolder, name);
  const reading = await TableReading.open({ paths, pack, packFolder });
  const events = new MixedEvents(seed, findGenerator(pack, packFolder, seed), pack);
  return { pack, packFolder, reading, events, ...packs[name] };
}

/** A producer of so many mixed events over the data folder's record; one at a time may send. */
export function chaosProducer(
  { pack, events, ...stream }: ChaosStream,
  paths: DataPaths,
  count: number,
  ratePerSecond = stream.ratePerSecond,
): RecordProducer {
  const options = {
    topic: pack.topic.name,
    ratePerSecond,
    count,
    recordFolder: paths.producerRecord(pack.pack),
    onFailure: () => undefined,
  };
  return new RecordProducer(options, events, () => undefined);
}
