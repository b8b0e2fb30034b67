import type { Handlers } from '../contract/api';
import type { LedgerReport } from '../contract/ledger';
import type { BrokerWatch } from '../health/broker-watch';
import type { RecordProducer } from '../kafka/record-producer';
import type { DoctorPlace } from '../doctor/doctor-place';
import type { Downloads } from '../downloads/downloads';
import type { EventLog } from '../event-log';
import { readFirstRun } from '../first-run';
import type { History } from '../history/history';
import { kafkaHandlers } from './kafka-handlers';
import { readExportHistory } from '../reading/export-history';
import type { Pipeline } from '../pipeline/pipeline';
import { pipelineHandlers } from './pipeline-handlers';
import type { Reopening } from '../contract/reopening';
import { restartApp } from '../reopen';
import { restartPart } from '../pipeline/restart-part';
import type { RunningPack } from '../pipeline/running-pack';
import { planReset } from '../reset/plan-reset';
import { resetStopped } from '../reset/reset-stopped';
import { overSample } from '../sample/over-sample';
import type { DataPaths } from '../settings/paths';
import { settingsHandlers, type SettingsParts } from './settings-handlers';
import type { JobCommands } from '../streaming/job-commands';
import { SavedQueries } from '../saved-queries/saved-queries';
import type { PackReadingsOptions } from '../reading/pack-readings';
import { PinnedQueries } from '../saved-queries/pinned-queries';
import { SqlHistory } from '../saved-queries/sql-history';
import { readOverview, readPipelineStatus, type OverviewParts } from '../overview';
import type { RequestProgress } from '../contract/running-request';
import { RunningRequests, type RequestControl } from './running-requests';
import { watchHandlers } from './watch-handlers';
import { supportHandlers } from './support-handlers';
import { readTableHistory, readTables } from '../reading/tables-report';
import { readFileStatistics, readTableFiles } from '../reading/table-files';
import { compactTable, vacuumTable } from '../table-upkeep';
import type { TableReading } from '../reading/table-reading';
import { useDataFolder } from '../use-data-folder';
import type { HealthWatch } from '../watch/watch-health';
import type { z } from 'zod';
import type { appInfo } from '../contract/api';

export interface HandlerParts extends OverviewParts, SettingsParts {
  verify(pack: string, control?: Partial<RequestControl>): Promise<LedgerReport>;
  readonly app: z.infer<typeof appInfo>;
  readonly reading: TableReading;
  readonly brokerWatch: BrokerWatch;
  readonly pipeline: Pipeline;
  readonly shown: RunningPack;
  readonly producer: RecordProducer;
  readonly log: EventLog;
  readonly paths: DataPaths;
  readonly makeProducer: (count: number) => RecordProducer;
  readonly readDoctorPlace: () => DoctorPlace;
  readonly downloads: Downloads;
  readonly packSource: Pick<PackReadingsOptions, 'load'>;
  pushProgress(progress: RequestProgress): void;
  /** `reopening`: what the host shall open instead. */
  requestQuit(reopening?: Reopening): void;
  readonly watch: Pick<HealthWatch, 'readAlerts' | 'muteAlert' | 'readQuality' | 'rerun'>;
  readonly history: History;
  readonly jobCommands: JobCommands;
}

/** The answers to the contract's requests; each is one line of delegation. */
export function makeHandlers(own: HandlerParts): Handlers {
  const parts = {
    ...own,
    // Of the sample while it is open.
    get reading() {
      return own.sample.shown?.reading ?? own.reading;
    },
    // No broker holds its records: end offsets are not compared.
    verify: (...asked: Parameters<HandlerParts['verify']>) =>
      own.sample.shown?.reading.verify(null) ?? own.verify(...asked),
  };
  const running = new RunningRequests((progress) => parts.pushProgress(progress));
  const saved = new SavedQueries(parts.paths.savedQueries);
  const readSaved = async () => ({ queries: await saved.list() });
  const history = new SqlHistory(parts.paths.savedQueries);
  const pinned = new PinnedQueries(parts.paths.savedQueries);
  const status = () => readPipelineStatus(parts, Date.now());
  const handlers: Handlers = {
    'app.read': async () => parts.app,
    'app.quit': async () => {
      parts.requestQuit();
      return {};
    },
    'app.restart': () => restartApp(own),
    'overview.read': async () => readOverview(parts),
    'dataFolder.use': ({ folder }) => useDataFolder(own, folder),
    'firstRun.read': () => readFirstRun({ ...own, lake: own.reading.lake }),
    'sample.open': async () => {
      await parts.sample.open();
      return readOverview(parts);
    },
    'sample.leave': async () => {
      parts.sample.leave();
      return readOverview(parts);
    },
    // The answer comes at once: progress, success and failure are in the overview.
    'pipeline.start': async ({ only }) => {
      void parts.pipeline.start(only ?? null);
      return status();
    },
    'pipeline.stop': async () => {
      await parts.pipeline.stop();
      return status();
    },
    ...pipelineHandlers(parts, running),
    'part.restart': ({ part }) => restartPart(parts.pipeline, parts.log, part),
    ...supportHandlers(parts, running),
    'reset.plan': ({ level }) => planReset(parts.paths, level),
    'reset.run': (request) => resetStopped(parts, request),
    'producer.setRate': async ({ ratePerSecond }) => parts.producer.setRate(ratePerSecond),
    'lag.read': () => parts.brokerWatch.readLag(),
    ...kafkaHandlers(parts, running),
    ...watchHandlers(parts, running),
    ...settingsHandlers(own),
    'queries.read': async ({ pack }) => ({ queries: await parts.reading.listQueries(pack) }),
    'query.run': running.answering((request, control) =>
      parts.reading.runQuery(request.name, request, control),
    ),
    'sql.run': running.answering((request, control) =>
      history.note(request.sql, () => parts.reading.runSql(request, control)),
    ),
    'sqlHistory.read': async () => ({ entries: await history.read() }),
    'sqlHistory.clear': async () => {
      await history.clear();
      return {};
    },
    'savedQueries.read': readSaved,
    'savedQuery.save': (request) => saved.save(request),
    'savedQuery.rename': async ({ name, to }) => {
      await saved.rename(name, to);
      return readSaved();
    },
    'savedQuery.delete': async ({ name }) => {
      await saved.delete(name);
      return readSaved();
    },
    'tables.read': () => readTables(parts.reading.lake),
    'tables.history': (request) => readTableHistory(parts.reading.lake, request),
    'pinnedQueries.read': async () => ({ queries: await pinned.list() }),
    'pinnedQuery.pin': async (request) => ({ queries: await pinned.pin(request) }),
    'pinnedQuery.unpin': async ({ name }) => ({ queries: await pinned.unpin(name) }),
    'pinnedQuery.run': running.answering(async (request, control) =>
      parts.reading.runPinned(await pinned.get(request.name), request.atVersion, control),
    ),
    'opsTables.read': async () => ({
      tables: parts.sample.shown ? [] : await parts.history.readFacts(),
    }),
    'tables.columns': () => parts.reading.readColumns(),
    'tables.files': (request) => readTableFiles(parts.reading.lake, request),
    'file.statistics': (request) => readFileStatistics(parts.reading.lake, request),
    'table.compact': running.answering((request, control) =>
      compactTable({ ...parts, lake: parts.reading.lake }, request, control),
    ),
    'table.vacuum': running.answering((request, control) =>
      vacuumTable({ ...parts, lake: parts.reading.lake }, request, control),
    ),
    'tables.versionAt': (request) => parts.reading.versionAt(request),
    'records.readPage': running.answering((request, control) =>
      parts.reading.records.readPage(request, control),
    ),
    'columns.profile': running.answering((request, control) =>
      parts.reading.records.profileColumns(request, control),
    ),
    'column.values': running.answering((request, control) =>
      parts.reading.records.readColumnValues(request, control),
    ),
    'record.origin': running.answering((request, control) =>
      parts.reading.records.readOrigin(request, control),
    ),
    'records.summarise': running.answering((request, control) =>
      parts.reading.records.summarise(request, control),
    ),
    'diff.read': running.answering((request, control) =>
      parts.reading.records.readDiff(request, control),
    ),
    'export.copy': running.answering((request, { signal }) =>
      parts.reading.exporter.copy(request, signal),
    ),
    'event.trace': ({ eventId }) => parts.reading.traceEvent(eventId),
    'request.cancel': async ({ requestId }) => ({
      cancelled: running.cancel(requestId),
    }),
    'exportHistory.read': ({ limit }) => readExportHistory(parts.history, limit),
  };
  return overSample(handlers, parts.sample);
}
