import { MutedAlerts } from './muted-alerts';
import { defaultLimits, type AlertLimits } from '../contract/alert-limits';
import type { AlertCause, AlertsReport } from '../contract/alerts';
import { failed } from '../contract/failure';
import { chosenThresholds } from '../contract/quality';
import type { QualityCheckName, QualityReport } from '../contract/quality';
import type { BatchLine } from '../contract/streaming';
import type { Overview } from '../contract/api';
import type { EventHub } from '../event-hub';
import type { EventLog } from '../event-log';
import type { MetricRows } from '../history/metric-rows';
import type { HistoryKeeper } from './keep-history';
import type { PipelinePhase } from '../pipeline/pipeline';
import type { RunningPack } from '../pipeline/running-pack';
import { Quality } from '../quality/quality';
import { readFreeBytes } from '../settings/data-folder-disk';
import { storageFolder } from '../kafka/broker-storage';
import { dataPaths, type DataPaths } from '../settings/paths';
import type { Settings } from '../settings/settings';
import type { TableReading } from '../reading/table-reading';
import { logSummary } from './log-summary';
import { watchAlerts } from './watch-alerts';
import { watchMetrics } from './watch-metrics';
import { watchQuality } from './watch-quality';

interface HealthParts {
  /** The shown one, then those beside it. */
  readonly packs: readonly [RunningPack, ...RunningPack[]];
  readonly settings: Settings;
  readonly reading: TableReading;
  readonly dataFolder: string;
  readonly paths: DataPaths;
  readOverview(): Overview;
  readonly hub: EventHub;
  readonly log: EventLog;
  /** Go before the settings. */
  readonly alertLimits?: Partial<AlertLimits>;
  readonly onBatch: () => void;
}

export interface HealthWatch {
  batch(line: BatchLine): void;
  phase(phase: PipelinePhase): void;
  /** Alerts of all packs, the newest first. */
  readAlerts(): AlertsReport;
  /** Mutes the alerts of a cause or lets them be told again; all causes that are muted then. */
  muteAlert(cause: AlertCause, muted: boolean): Promise<AlertCause[]>;
  /** The scorecard of a running pack; null: of the shown one. Fails with `PACK_UNKNOWN`. */
  readQuality(pack: string | null): Promise<QualityReport>;
  /** Looks at one check of a running pack again; fails with `PACK_UNKNOWN`. */
  rerun(pack: string | null, check: QualityCheckName): Promise<void>;
  /** What was measured last; null while the pipeline is stopped. */
  measured(): MetricRows | null;
  /** Ends the watching and, as the last, the history. */
  close(): Promise<void>;
}

const shownRecent = 100;

/** Watches the rows and figures of every running pack, beside keeping their history. */
export function watchHealth(keeper: HistoryKeeper, parts: HealthParts): HealthWatch {
  const { packs, settings, reading, dataFolder, log, onBatch } = parts;
  const { history } = keeper;
  const readThresholds = () => chosenThresholds(settings.numbersOf('quality'));
  const readLimits = () => ({
    ...defaultLimits,
    ...settings.numbersOf('alerts'),
    ...parts.alertLimits,
  });
  const { spill, mutedAlerts } = dataPaths(dataFolder);
  const muted = new MutedAlerts(mutedAlerts);
  const watched = packs.map((running, index) => {
    const { pack } = running;
    const quality = new Quality(reading.lake, pack, spill, readThresholds);
    return {
      pack: pack.pack,
      quality,
      scores: watchQuality({ quality, pack, history, log }),
      alerts: watchAlerts({
        ...{ ...parts, running, quality, history, muted, readLimits },
        readFreeBytes: index === 0 ? () => readFreeBytes(dataFolder) : null,
        onDiskFull: () => packs.forEach(({ producer }) => void producer.stop()),
      }),
    };
  });
  const summary = logSummary(packs, settings, log);
  const metrics = watchMetrics({
    ...{ packs, history, dataFolder, storageFolder: storageFolder(parts.paths) },
    readOverview: () => parts.readOverview(),
    onDefect: (error) => log.defect(error),
  });
  const find = (name: string | null) => {
    const found = name === null ? watched[0] : watched.find(({ pack }) => pack === name);
    if (found) return found;
    const known = watched.map(({ pack }) => pack).join(', ');
    throw failed('PACK_UNKNOWN', { pack: name, known });
  };
  return {
    batch: (line) => {
      keeper.batch(line);
      summary.batch(line);
      const mine = watched.find(({ pack }) => pack === line.pack);
      mine?.scores.batch();
      mine?.alerts.batch(line);
      onBatch();
    },
    phase: (phase) => {
      keeper.phase(phase);
      for (const { alerts } of watched) alerts.phase(phase);
    },
    readAlerts: () => {
      const reports = watched.map(({ alerts }) => alerts.read());
      const recent = reports.flatMap((report) => report.recent);
      recent.sort((a, b) => (b.clearedAtMs ?? 0) - (a.clearedAtMs ?? 0));
      return {
        active: reports.flatMap((report) => report.active),
        recent: recent.slice(0, shownRecent),
        muted: muted.read(),
      };
    },
    muteAlert: async (cause, isMuted) => {
      await muted.mute(cause, isMuted);
      for (const { alerts } of watched) alerts.retell(cause);
      return muted.read();
    },
    readQuality: async (name) => reading.readQuality(find(name)),
    rerun: async (name, check) => find(name).scores.rerun(check),
    measured: metrics.newest,
    close: async () => {
      metrics.close();
      summary.close();
      for (const { alerts } of watched) alerts.close();
      await Promise.all(watched.map(({ scores }) => scores.close()));
      await keeper.close();
    },
  };
}
