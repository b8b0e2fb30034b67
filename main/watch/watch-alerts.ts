import { AlertBook } from '../alerts/alert-book';
import { toAlertRow } from '../alerts/alert-row';
import { RecentRejections } from '../alerts/recent-rejections';
import { judge } from '../alerts/rules';
import type { Signals } from '../alerts/signals';
import { windowRevenueSql } from '../alerts/window-revenue';
import type { AlertLimits } from '../contract/alert-limits';
import type { Alert, AlertCause } from '../contract/alerts';
import { sqlRequest } from '../contract/query';
import type { BatchLine } from '../contract/streaming';
import type { EventHub } from '../event-hub';
import type { EventLog } from '../event-log';
import type { History } from '../history/history';
import type { MutedAlerts } from './muted-alerts';
import type { PipelinePhase } from '../pipeline/pipeline';
import type { RunningPack } from '../pipeline/running-pack';
import type { Quality } from '../quality/quality';
import type { TableReading } from '../reading/table-reading';

export interface AlertWatch {
  batch(line: BatchLine): void;
  phase(phase: PipelinePhase): void;
  /** Each with whether it is muted. */
  read(): { readonly active: Alert[]; readonly recent: Alert[] };
  /** Tells the doors again of what goes on of this cause, muted or not. */
  retell(cause: AlertCause): void;
  close(): void;
}

interface WatchedParts {
  readonly running: RunningPack;
  readonly quality: Pick<Quality, 'read'>;
  readonly reading: Pick<TableReading, 'runSql'>;
  readonly history: History;
  readonly hub: EventHub;
  readonly log: EventLog;
  readonly muted: MutedAlerts;
  /** Asked at every look: they are settings. */
  readonly readLimits: () => AlertLimits;
  /** Null for a pack beside the shown one: the disk is one for all. */
  readonly readFreeBytes: (() => Promise<number | null>) | null;
  /** The disk is full: records that are acknowledged could no longer be kept. */
  readonly onDiskFull: () => void;
}

const lookEveryMs = 5_000;
/** The time of a batch that is older than this says nothing of now. */
const batchCountsMs = 60_000;
const diskEveryMs = 30_000;
const revenueEveryMs = 20_000;

/** Looks at one running pack every 5 s; alerts go to the doors, the event log and `ops.alerts`. */
export function watchAlerts(parts: WatchedParts): AlertWatch {
  const { running, quality, reading, history, hub, log, muted, readLimits } = parts;
  const { pack, streaming, producer, brokerWatch } = running;
  const book = new AlertBook(pack.pack);
  const rejections = new RecentRejections(() => readLimits().rejectedRecords);
  let runsSinceMs: number | null = null;
  let bronzeAtMs: number | null = null;
  let batchAtMs = 0;
  const freeBytes = every(diskEveryMs, async () => (await parts.readFreeBytes?.()) ?? null);
  const windowRevenues = every(revenueEveryMs, async () => {
    const { revenueAnomalyWindows, revenueDropWindows } = readLimits();
    const windows = Math.max(revenueAnomalyWindows, revenueDropWindows) + 1;
    const revenueSql = windowRevenueSql(pack, windows);
    if (revenueSql === null) return null;
    const result = await reading.runSql(sqlRequest.parse({ sql: revenueSql }));
    return result.rows.map(([revenue]) => Number(revenue)).reverse();
  });

  const readSignals = async (): Promise<Signals> => {
    const disk = await freeBytes();
    // What was asked before the start would stand in the way of what comes with it.
    const revenues = runsSinceMs === null ? null : await windowRevenues();
    const nowMs = Date.now();
    const freshSinceMs = Math.max(bronzeAtMs ?? 0, runsSinceMs ?? 0);
    return {
      nowMs,
      isRunning: runsSinceMs !== null,
      isProducing: producer.read().state === 'running',
      triggerIntervalMs: pack.streaming.triggerIntervalMs,
      lagRecords: brokerWatch.lag?.lag ?? null,
      lagSeconds: brokerWatch.lag?.lagSeconds ?? null,
      bronzeAgeMs: freshSinceMs === 0 ? null : nowMs - freshSinceMs,
      latencyP95Ms: streaming.read(nowMs).latencyMs?.p95 ?? null,
      batchMs:
        nowMs - batchAtMs < batchCountsMs
          ? (streaming.read(nowMs).batchPartsMs?.['addBatch'] ?? null)
          : null,
      windowRevenues: revenues,
      checks: quality.read().map(({ check, passed, threshold, table, batch }) => {
        const scores = [table?.score ?? 1, batch?.score ?? 1];
        return { check, passed, threshold, score: Math.min(...scores) };
      }),
      rejectedShare: rejections.read(),
      freeBytes: disk,
    };
  };
  const tell = (alert: Alert) => {
    history.add('alerts', toAlertRow(alert));
    hub.publish('alert.changed', muted.mark(alert));
    const { rule, subject, value, limit, clearedAtMs, message } = alert;
    const told = { alert: { rule, subject, value, limit, clearedAtMs } };
    if (clearedAtMs !== null) log.info('alerts', { message: `Over: ${message}`, told });
    else if (alert.severity === 'error') log.error('alerts', { message, told });
    else log.warning('alerts', { message, told });
    if (alert.rule === 'diskFull' && alert.clearedAtMs === null) parts.onDiskFull();
  };
  const look = async () => {
    const signals = await readSignals();
    for (const alert of book.take(judge(signals, readLimits()), signals.nowMs)) tell(alert);
  };
  const timer = setInterval(() => void look().catch((error) => log.defect(error)), lookEveryMs);
  timer.unref();
  return {
    batch: ({ rows, atMs }) => {
      batchAtMs = atMs;
      rejections.add(rows);
      if (rows.bronze > 0) bronzeAtMs = atMs;
    },
    phase: ({ state, sinceMs }) => (runsSinceMs = state === 'running' ? sinceMs : null),
    read: () => {
      const { active, recent } = book.read();
      const mark = (alert: Alert) => muted.mark(alert);
      return { active: active.map(mark), recent: recent.map(mark) };
    },
    retell: (cause) => {
      for (const alert of book.read().active) {
        const isOfCause = alert.rule === cause.rule && alert.subject === cause.subject;
        if (isOfCause && alert.pack === cause.pack) hub.publish('alert.changed', muted.mark(alert));
      }
    },
    close: () => clearInterval(timer),
  };
}

/** Asks again only when the answer is older than this; null when it cannot be had. */
function every<T>(intervalMs: number, ask: () => Promise<T | null>): () => Promise<T | null> {
  let answer: Promise<T | null> = Promise.resolve(null);
  let askedAtMs = 0;
  return () => {
    if (Date.now() - askedAtMs >= intervalMs) {
      askedAtMs = Date.now();
      answer = ask().catch(() => null);
    }
    return answer;
  };
}
