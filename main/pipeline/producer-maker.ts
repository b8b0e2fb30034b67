import { sayEvent } from '../contract/event-sentences';
import type { StreamPack } from '../contract/stream-pack';
import type { EventLog } from '../event-log';
import type { EventSource } from '../generate/event-generator';
import { findGenerator } from '../generate/find-generator';
import type { ChosenProducer } from '../settings/chosen-producer';
import { RecordProducer } from '../kafka/record-producer';
import type { DataPaths } from '../settings/paths';

/** What the pipeline's producer sends; `count` null = goes on, `source` goes before the seed. */
export interface Sending {
  readonly ratePerSecond: number;
  readonly seed: number;
  readonly count: number | null;
  /**
   * Sent instead of the pack's generated events; told the folder whose catalogs decide the rows, and
   * how a person has narrowed them.
   */
  readonly source?: (packFolder: string, choice: ChosenProducer) => EventSource;
}

/**
 * Makes producers of one pack over one record; only one of them may send at a time. `count`: ends
 * by itself after so many events, null = goes on.
 */
export function producerMaker(options: {
  readonly pack: StreamPack;
  readonly packFolder: string;
  readonly seed: number;
  readonly source?: Sending['source'];
  readonly chosen: ChosenProducer;
  readonly paths: DataPaths;
  readonly log: EventLog;
  readonly onChange: () => void;
  readonly onAppended?: (delaysMs: readonly number[]) => void;
}): (ratePerSecond: number, count: number | null) => RecordProducer {
  const { pack, packFolder, seed, chosen, paths, log, onChange, onAppended } = options;
  const events =
    options.source?.(packFolder, chosen) ?? findGenerator(pack, packFolder, seed, chosen);
  return (ratePerSecond, count) =>
    new RecordProducer(
      {
        topic: pack.topic.name,
        ratePerSecond,
        count,
        batchRecords: chosen.batchSize,
        recordFolder: paths.producerRecord(pack.pack),
        ...(onAppended ? { onAppended } : {}),
        onLine: (line) => log.line('producer', line),
        onFailure: (failure) => log.error('producer', sayEvent('producerFailed', {}, failure)),
      },
      events,
      onChange,
    );
}
