import type { StreamPack } from './contract/stream-pack';
import type { BatchLine } from './contract/streaming';
import type { EventLog } from './event-log';
import type { HistoryKeeper } from './keep-history';
import type { Quality } from './quality/quality';
import { watchQuality } from './watch-quality';

interface HealthParts {
  readonly pack: StreamPack;
  readonly quality: Quality;
  readonly log: EventLog;
}

export interface HealthWatch {
  batch(line: BatchLine): void;
  /** Ends the watching and, as the last, the history. */
  close(): Promise<void>;
}

/** Watches what the shown pack's rows are worth, beside keeping the history of all packs. */
export function watchHealth(keeper: HistoryKeeper, parts: HealthParts): HealthWatch {
  const { pack, quality, log } = parts;
  const qualityWatch = watchQuality({ quality, pack, history: keeper.history, log });
  return {
    batch: (line) => {
      keeper.batch(line);
      if (line.pack === pack.pack) qualityWatch.batch();
    },
    close: async () => {
      await qualityWatch.close();
      await keeper.close();
    },
  };
}
