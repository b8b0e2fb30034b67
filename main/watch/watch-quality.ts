import { sayEvent } from '../contract/event-sentences';
import type { QualityCheckName } from '../contract/quality';
import type { StreamPack } from '../contract/stream-pack';
import type { EventLog } from '../event-log';
import type { History } from '../history/history';
import { toMetricRows, toRuleRows, toTableRows, type MetricRow } from '../quality/metric-rows';
import type { Quality } from '../quality/quality';

export interface QualityWatch {
  /** A batch brought rows: they are looked at soon, together with what comes until then. */
  batch(): void;
  /** Looks at every row for one check, and keeps its score. Fails when a table cannot be read. */
  rerun(check: QualityCheckName): Promise<void>;
  /** Resolves when nothing is being checked any more. */
  close(): Promise<void>;
}

interface WatchedParts {
  readonly quality: Quality;
  readonly pack: StreamPack;
  readonly history: History;
  readonly log: EventLog;
}

/** New rows are looked at no more often than this, and not at all while none come. */
const newRowsIntervalMs = 5_000;
const tablesIntervalMs = 300_000;

/** Checks new rows soon after they came and, while batches come, the whole tables every 5 minutes. */
export function watchQuality({ quality, pack, history, log }: WatchedParts): QualityWatch {
  let timer: NodeJS.Timeout | null = null;
  let tablesAtMs = 0;
  let isFailing = false;
  let isClosed = false;

  const keep = (rows: readonly MetricRow[]) => {
    for (const row of rows) history.add('quality_metrics', { id: history.nextMetricId(), ...row });
  };
  const checkTables = async () => {
    tablesAtMs = Date.now();
    const checks = await quality.checkTables();
    keep([...toMetricRows(pack.pack, 'table', checks), ...toTableRows(pack.pack, checks)]);
    const rows = checks[0]?.table?.records ?? 0;
    keep(toRuleRows(pack.pack, await quality.countRules(), rows, tablesAtMs));
  };
  const check = async () => {
    if (isClosed) return;
    try {
      if (Date.now() - tablesAtMs >= tablesIntervalMs) await checkTables();
      else keep(toMetricRows(pack.pack, 'batch', await quality.checkNewRows()));
      isFailing = false;
    } catch (error) {
      // A file that compaction replaced meanwhile: the next batch's check sees its rows.
      if (isFailing) return;
      isFailing = true;
      log.warning('quality', sayEvent('qualityUnread', { reason: String(error) }));
    }
  };
  return {
    batch: () => {
      if (isClosed || timer) return;
      timer = setTimeout(() => {
        void check().finally(() => (timer = null));
      }, newRowsIntervalMs).unref();
    },
    rerun: async (name) => {
      const checks = await quality.checkOne(name);
      keep(
        toMetricRows(
          pack.pack,
          'table',
          checks.filter(({ check }) => check === name),
        ),
      );
    },
    close: async () => {
      isClosed = true;
      if (timer) clearTimeout(timer);
      await quality.close();
    },
  };
}
