import type { AlertLimits } from './alerts/limits';
import type { AlertsReport } from './contract/alerts';
import type { BatchLine } from './contract/streaming';
import type { EventHub } from './event-hub';
import type { EventLog } from './event-log';
import type { HistoryKeeper } from './keep-history';
import type { PipelinePhase } from './pipeline/pipeline';
import type { RunningPack } from './pipeline/running-pack';
import type { TableReading } from './table-reading';
import { watchAlerts } from './watch-alerts';
import { watchQuality } from './watch-quality';

interface HealthParts {
  readonly shown: RunningPack;
  readonly reading: TableReading;
  readonly dataFolder: string;
  readonly hub: EventHub;
  readonly log: EventLog;
  readonly alertLimits?: Partial<AlertLimits>;
  readonly onBatch: () => void;
}

export interface HealthWatch {
  batch(line: BatchLine): void;
  phase(phase: PipelinePhase): void;
  readAlerts(): AlertsReport;
  /** Ends the watching and, as the last, the history. */
  close(): Promise<void>;
}

/** Watches the shown pack's rows and figures, beside keeping the history of all packs. */
export function watchHealth(keeper: HistoryKeeper, parts: HealthParts): HealthWatch {
  const { shown, reading, log, onBatch } = parts;
  const { history } = keeper;
  const quality = watchQuality({ quality: reading.quality, pack: shown.pack, history, log });
  const alerts = watchAlerts({ ...parts, history });
  return {
    batch: (line) => {
      keeper.batch(line);
      if (line.pack === shown.pack.pack) {
        quality.batch();
        alerts.batch(line);
      }
      onBatch();
    },
    phase: (phase) => {
      keeper.phase(phase);
      alerts.phase(phase);
    },
    readAlerts: () => alerts.read(),
    close: async () => {
      alerts.close();
      await quality.close();
      await keeper.close();
    },
  };
}
