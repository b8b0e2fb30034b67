import type { Overview } from '../contract/api';
import type { History } from '../history/history';
import type { HistoryRow, HistoryTableName } from '../history/history-tables';
import { toMetricRows, type Measured, type MetricRows } from '../history/metric-rows';
import { readTopicSizes } from '../kafka/topic-sizes';
import type { RunningPack } from '../pipeline/running-pack';
import { readFreeBytes } from '../settings/data-folder-disk';
import { readProcessUsage, type ProcessUsage } from '../supervisor/process-usage';

/** Resolution of what is kept (floor.md 7.1). */
const intervalMs = 5_000;

export interface MetricsWatch {
  /** The rows of the newest moment; null before the first, and while the pipeline is stopped. */
  newest(): MetricRows | null;
  close(): void;
}

interface WatchedParts {
  readonly packs: readonly RunningPack[];
  readonly history: Pick<History, 'add'>;
  readonly dataFolder: string;
  readonly storageFolder: string;
  readOverview(): Overview;
  onDefect(error: unknown): void;
}

/** Measures system, producer, topics, queries, latency and tables every 5 s while anything runs. */
export function watchMetrics(parts: WatchedParts): MetricsWatch {
  const { history, readOverview } = parts;
  const usage = new UsageMeter();
  let newest: MetricRows | null = null;
  let isMeasuring = false;
  const measure = async () => {
    const overview = readOverview();
    if (overview.pipeline.state === 'stopped') {
      newest = null;
      return;
    }
    newest = toMetricRows(overview, await readMeasured(parts, overview, usage));
    for (const [name, rows] of Object.entries(newest) as [
      HistoryTableName,
      HistoryRow<HistoryTableName>[],
    ][])
      for (const row of rows) history.add(name, row);
  };
  const timer = setInterval(() => {
    // A disk or a broker that does not answer must not pile up questions.
    if (isMeasuring) return;
    isMeasuring = true;
    void measure()
      .catch((error: unknown) => parts.onDefect(error))
      .finally(() => (isMeasuring = false));
  }, intervalMs).unref();
  return { newest: () => newest, close: () => clearInterval(timer) };
}

async function readMeasured(
  { packs, dataFolder, storageFolder }: WatchedParts,
  overview: Overview,
  usage: UsageMeter,
): Promise<Measured> {
  const atMs = Date.now();
  const [freeBytes, sizes, states] = await Promise.all([
    readFreeBytes(dataFolder),
    readTopicSizes(storageFolder),
    Promise.all(packs.map(({ brokerWatch }) => brokerWatch.readTopicState())),
  ]);
  const { broker, streamingJob } = overview.pipeline.services;
  const pids = {
    app: process.pid,
    broker: broker.state === 'running' ? broker.pid : null,
    streamingJob: streamingJob.state === 'running' ? streamingJob.pid : null,
  };
  return {
    ...{ atMs, freeBytes },
    usage: Object.entries(pids).map(([component, pid]) => ({
      component,
      ...usage.read(component, pid, atMs),
    })),
    topics: packs.map(({ pack }, index) => ({
      topic: pack.topic.name,
      sizeBytes: sizes.get(pack.topic.name) ?? null,
      underReplicated: states[index]?.underReplicated ?? null,
    })),
    latency: packs.map(({ pack, streaming, appendLatency }) => ({
      pack: pack.pack,
      hops: {
        broker: appendLatency.read(atMs),
        ...streaming.hops.read(atMs),
        total: streaming.read(atMs).latencyMs,
      },
    })),
  };
}

/** Processor time between two looks at a process. */
class UsageMeter {
  private readonly before = new Map<string, { pid: number; atMs: number; cpuMs: number }>();

  read(component: string, pid: number | null, atMs: number) {
    const found: ProcessUsage | null = pid === null ? null : readProcessUsage(pid);
    const last = this.before.get(component);
    if (pid === null || found === null) {
      this.before.delete(component);
      return { cpuPercent: null, memoryBytes: null };
    }
    this.before.set(component, { pid, atMs, cpuMs: found.cpuMs });
    const isSame = last?.pid === pid && atMs > last.atMs;
    return {
      cpuPercent: isSame ? ((found.cpuMs - last.cpuMs) / (atMs - last.atMs)) * 100 : null,
      memoryBytes: found.memoryBytes,
    };
  }
}
