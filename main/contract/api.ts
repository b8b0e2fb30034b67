import { z } from 'zod';
import { alert, alertsReport, mutedAlerts, muteAlertRequest } from './alerts';
import { catalogs, changeCatalogRequest, resetCatalogRequest } from './catalogs';
import { dataFolderInUse, useDataFolderRequest } from './data-folder';
import { tableName, tableSummary } from './delta';
import { eventLogPage, eventLogRequest } from './event-log';
import { eventTold } from './event-told';
import type { Result } from './failure';
import { firstRun } from './first-run';
import { producerStatus, topicLag } from './kafka';
import { keepTextRequest, keptTexts } from './kept-texts';
import { kafkaRecords, kafkaRecordsRequest } from './kafka-records';
import { kafkaTopics } from './kafka-topics';
import { lastErrors } from './last-errors';
import { latencyBudget } from './latency-budget';
import { lagHistory, lagHistoryRequest } from './lag-history';
import { keptLedger, ledgerReport, ledgerRequest, verifyLedgerRequest } from './ledger';
import { logsPage, logsRequest } from './logs';
import { microBatches, microBatchesRequest } from './micro-batches';
import { onlyPart, partRestarted, pipelinePart, pipelineStatus } from './pipeline';
import { qualityReport, qualityRequest, rerunCheckRequest } from './quality';
import { readingRequests } from './reading-requests';
import { rejectedReport, rejectedRequest } from './rejected';
import { resetDone, resetLevel, resetPlan, resetRequest } from './reset';
import { lakehouse } from './sample';
import { runOnceDone, runOnceRequest } from './run-once';
import { runs, runsRequest } from './runs';
import { cancelRequest, requestCancelled, requestProgress } from './running-request';
import type { EndSignal } from './running-request';
import { schemaChanges } from './schema-changes';
import { changeSettingRequest, resetSettingRequest, settingsReport } from './settings';
import { streamingStatus } from './streaming';
import { supportRequests } from './support-requests';

const nothing = z.object({});

/** Everything the status block and the strip of the window show, at one moment. */
export const overview = z.object({
  pipeline: pipelineStatus,
  producer: producerStatus,
  lag: topicLag.nullable(),
  streaming: streamingStatus,
  tables: z.array(tableSummary),
  /** The other packs of the same job, in the order of their start. */
  alongside: z.array(
    z.object({
      pack: z.string(),
      producer: producerStatus,
      lag: topicLag.nullable(),
      streaming: streamingStatus,
    }),
  ),
  /** Of each pack that runs the table that tells how fresh its figures are; none of a sample. */
  headlineTables: z.record(z.string(), tableName),
  /** Whose tables `tables` are, and all that is read. */
  lakehouse,
});
export type Overview = z.infer<typeof overview>;

/** One line of the app's event log: every start, stop, step, failure and notice. */
export const eventLine = z.object({
  atMs: z.number(),
  component: z.string(),
  severity: z.enum(['info', 'warning', 'error']),
  message: z.string(),
  /** The message for other languages; absent for what another program said. */
  told: eventTold.optional(),
});
export type EventLine = z.infer<typeof eventLine>;

/** Who serves this session: shown in the window and by `deltadesk status`. */
export const appInfo = z.object({
  version: z.string(),
  pid: z.number().int(),
  host: z.enum(['desktop', 'browser', 'none']),
  dataFolder: z.string(),
});

/** The only list of requests. Names are `noun.verb`; both sides of every wire validate by it. */
export const requests = {
  'app.read': { request: nothing, response: appInfo },
  'app.quit': { request: nothing, response: nothing },
  // Everything ends in order and opens again with the settings as they are then; a pipeline that
  // ran is started again. The answer comes before the end.
  'app.restart': { request: nothing, response: nothing },
  'overview.read': { request: nothing, response: overview },
  'pipeline.start': {
    request: z.object({ only: onlyPart.optional() }),
    response: pipelineStatus,
  },
  'pipeline.stop': { request: nothing, response: pipelineStatus },
  'dataFolder.use': { request: useDataFolderRequest, response: dataFolderInUse },
  'firstRun.read': { request: nothing, response: firstRun },
  'sample.open': { request: nothing, response: overview },
  'sample.leave': { request: nothing, response: overview },
  'pipeline.runOnce': { request: runOnceRequest, response: runOnceDone },
  'part.restart': { request: z.object({ part: pipelinePart }), response: partRestarted },
  ...supportRequests,
  'reset.plan': { request: z.object({ level: resetLevel }), response: resetPlan },
  'reset.run': { request: resetRequest, response: resetDone },
  'producer.setRate': {
    request: z.object({ ratePerSecond: z.number().min(0.5).max(5000) }),
    response: producerStatus,
  },
  // No event is made up for after a pause. Fails while the producer does not run.
  'producer.setPaused': {
    request: z.object({ paused: z.boolean() }),
    response: producerStatus,
  },
  'batches.read': { request: microBatchesRequest, response: microBatches },
  // Without a pack, of the one that is shown.
  'latency.read': { request: z.object({ pack: z.string().optional() }), response: latencyBudget },
  'lastErrors.read': { request: nothing, response: lastErrors },
  'runs.read': { request: runsRequest, response: runs },
  // Of the data folder's disk; null where the system does not tell.
  'disk.read': { request: nothing, response: z.object({ freeBytes: z.number().nullable() }) },
  'lag.read': { request: nothing, response: topicLag },
  'lagHistory.read': { request: lagHistoryRequest, response: lagHistory },
  'rejected.read': { request: rejectedRequest, response: rejectedReport },
  'kafkaTopics.read': { request: nothing, response: kafkaTopics },
  'kafkaRecords.read': { request: kafkaRecordsRequest, response: kafkaRecords },
  'logs.read': { request: logsRequest, response: logsPage },
  'alerts.read': { request: nothing, response: alertsReport },
  // Those of a cause stay listed, are no longer counted, and told nowhere but in the event log.
  'alert.mute': { request: muteAlertRequest, response: mutedAlerts },
  'quality.read': { request: qualityRequest, response: qualityReport },
  'quality.rerun': { request: rerunCheckRequest, response: qualityReport },
  'schemaChanges.read': { request: nothing, response: schemaChanges },
  'eventLog.read': { request: eventLogRequest, response: eventLogPage },
  ...readingRequests,
  'settings.read': { request: nothing, response: settingsReport },
  'setting.change': { request: changeSettingRequest, response: settingsReport },
  'setting.reset': { request: resetSettingRequest, response: settingsReport },
  'catalogs.read': { request: nothing, response: catalogs },
  // Kept for the next start; refused while the rows do not fit the other catalogs.
  'catalog.change': { request: changeCatalogRequest, response: catalogs },
  'catalog.reset': { request: resetCatalogRequest, response: catalogs },
  'keptTexts.read': { request: nothing, response: keptTexts },
  'keptText.keep': { request: keepTextRequest, response: nothing },
  'request.cancel': { request: cancelRequest, response: requestCancelled },
  'ledger.read': { request: ledgerRequest, response: keptLedger },
  'ledger.verify': { request: verifyLedgerRequest, response: ledgerReport },
} as const;
export type RequestName = keyof typeof requests;
/** What a caller passes (defaults may be left out). */
export type RequestOf<N extends RequestName> = z.input<(typeof requests)[N]['request']>;
/** What a handler receives, after validation. */
export type ParsedRequestOf<N extends RequestName> = z.output<(typeof requests)[N]['request']>;
export type ResponseOf<N extends RequestName> = z.output<(typeof requests)[N]['response']>;

/** The only list of pushed events. Names are `noun.pastTense`; each is sent at most once a second
 * per name, newest value wins, except `event.logged`, of which every line is sent, and
 * `request.progressed` and `alert.changed`, of which each request and alert has its own. */
export const events = {
  'overview.changed': overview,
  'table.committed': tableSummary,
  'event.logged': eventLine,
  'request.progressed': requestProgress,
  'alert.changed': alert,
  'settings.changed': settingsReport,
} as const;
export type EventName = keyof typeof events;
export type EventOf<N extends EventName> = z.output<(typeof events)[N]>;

/** What a window, a browser page and the command line hold: the same two functions. */
export interface ControlCenterApi {
  invoke<N extends RequestName>(name: N, request: RequestOf<N>): Promise<Result<ResponseOf<N>>>;
  /** Returns the function that unsubscribes. */
  on<N extends EventName>(name: N, listener: (value: EventOf<N>) => void): () => void;
}

/** What a handler knows of its caller: `signal` is aborted when the caller's connection ends. */
export interface RequestContext {
  readonly signal?: EndSignal;
}

/** The handlers behind the list; they throw `FailureError` for expected failures. */
export type Handlers = {
  [N in RequestName]: (
    request: ParsedRequestOf<N>,
    context?: RequestContext,
  ) => Promise<ResponseOf<N>>;
};
