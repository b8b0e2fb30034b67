import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Overview } from '../contract/api';
import type { ServiceStatus } from '../contract/service';
import type { MetricRows } from '../history/metric-rows';

/** Memory and processor time of a child process; null for one that is gone or cannot be asked. */
export type ReadUsage = (pid: number) => { cpuMs: number; memoryBytes: number } | null;

type Labels = Readonly<Record<string, string | number>>;

/**
 * The metrics of floor.md 7.1 for Prometheus: producer, topics, lag, queries, tables, processes.
 * What is not known is left out, never 0.
 */
export class Metrics {
  private readonly registry = new Registry();
  private readonly gauges = new Map<string, Gauge>();

  constructor(
    private readonly readOverview: () => Overview,
    private readonly readUsage: ReadUsage,
    private readonly readMeasured: () => MetricRows | null = () => null,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  /** The text of one scrape and its media type. */
  async read(): Promise<{ type: string; text: string }> {
    for (const gauge of this.gauges.values()) gauge.reset();
    const overview = this.readOverview();
    const { pipeline, producer, lag, streaming } = overview;
    const packs = [{ pack: pipeline.pack, producer, lag, streaming }, ...overview.alongside];
    this.set('deltadesk_up', 'pipeline runs and is healthy', Number(pipeline.state === 'running'));
    for (const pack of packs) this.takePack(pack);
    for (const one of overview.tables) {
      const table = { table: one.table };
      this.set('deltadesk_table_version', 'newest version', one.tableVersion, table);
      this.set('deltadesk_table_rows', 'rows', one.rows, table);
      this.set('deltadesk_table_live_files', 'files of the newest version', one.liveFiles, table);
      this.set('deltadesk_table_bytes', 'their bytes', one.sizeBytes, table);
      const ageSeconds = (Date.now() - one.committedAtMs) / 1000;
      this.set('deltadesk_table_age_seconds', 'since the newest commit', ageSeconds, table);
    }
    for (const [service, status] of Object.entries(pipeline.services)) {
      this.takeProcess(service, status);
    }
    this.takeMeasured(this.readMeasured());
    return { type: this.registry.contentType, text: await this.registry.metrics() };
  }

  private takePack({ pack, producer, lag, streaming }: Overview['alongside'][number]): void {
    const of = (more: Labels = {}) => ({ pack, ...more });
    this.set('deltadesk_producer_records', 'acknowledged', producer.acknowledged, of());
    this.set('deltadesk_producer_failed', 'records not sent', producer.failed, of());
    this.set('deltadesk_producer_rate', 'records per second', producer.sentPerSecond, of());
    for (const one of lag?.partitions ?? []) {
      const place = of({ topic: lag!.topic, partition: one.partition });
      this.set('deltadesk_log_start_offset', 'oldest kept offset', one.logStartOffset, place);
      this.set('deltadesk_log_end_offset', 'next offset written', one.logEndOffset, place);
      this.set('deltadesk_current_offset', 'next offset read', one.currentOffset, place);
      this.set('deltadesk_lag_records', 'records not read yet', one.lag, place);
      this.set('deltadesk_partition_lag_seconds', 'age of its oldest', one.lagSeconds, place);
      this.set('deltadesk_partition_lag_trend', 'per second', one.trendPerSecond, place);
      this.set('deltadesk_partition_seconds_to_zero', 'estimate', one.secondsToZero, place);
    }
    this.set('deltadesk_lag_seconds', 'age of the oldest unread', lag?.lagSeconds, of());
    this.set('deltadesk_lag_trend', 'records per second', lag?.trendPerSecond, of());
    const { rows, latencyMs } = streaming;
    const counts = { input: rows.input, bronze: rows.bronze, silver: rows.silver };
    const places = { ...counts, duplicates: rows.duplicates, late: rows.late };
    for (const [place, count] of Object.entries(places)) {
      this.set('deltadesk_query_rows', 'rows since the job began', count, of({ place }));
    }
    for (const [stage, count] of Object.entries(rows.rejected)) {
      this.set('deltadesk_query_rejected', 'rejected since the job began', count, of({ stage }));
    }
    this.set('deltadesk_query_batch', 'newest batch id', streaming.lastBatchId, of());
    const { inputRowsPerSecond, processedRowsPerSecond, batchDurationMs } = streaming;
    this.set('deltadesk_query_input_rate', 'records per second', inputRowsPerSecond, of());
    this.set('deltadesk_query_rate', 'processed per second', processedRowsPerSecond, of());
    this.set('deltadesk_query_batch_ms', 'duration of the newest batch', batchDurationMs, of());
    for (const [quantile, value] of Object.entries(latencyMs ?? {})) {
      this.set('deltadesk_latency_ms', 'broker to last aggregate', value, of({ quantile }));
    }
  }

  /** What is also kept as `ops.*_history`, as of its newest moment. */
  private takeMeasured(rows: MetricRows | null): void {
    for (const { component, cpu_percent, free_bytes } of rows?.system_history ?? []) {
      const of = { service: component ?? '' };
      this.set('deltadesk_process_cpu_percent', 'of one core, over 5 s', cpu_percent, of);
      this.set('deltadesk_disk_free_bytes', 'of the data folder', free_bytes);
    }
    for (const one of rows?.topic_history ?? []) {
      const of = { topic: one.topic ?? '' };
      this.set('deltadesk_topic_bytes', 'on the local disk', one.size_bytes, of);
      this.set('deltadesk_under_replicated', 'partitions', one.under_replicated, of);
      const since = one.broker_since === null ? null : one.broker_since / 1000;
      this.set('deltadesk_broker_since_seconds', 'start of the broker, epoch', since);
    }
    for (const one of rows?.producer_history ?? []) {
      const of = { pack: one.pack ?? '' };
      this.set('deltadesk_producer_dead_letters', 'since the job began', one.dead_letters, of);
    }
    for (const one of rows?.latency_history ?? []) {
      for (const quantile of ['p50', 'p95', 'p99'] as const) {
        const of = { pack: one.pack ?? '', hop: one.hop ?? '', quantile };
        this.set('deltadesk_hop_latency_ms', 'from the hop before', one[`${quantile}_ms`], of);
      }
    }
  }

  private takeProcess(service: string, status: ServiceStatus): void {
    const usage = status.state === 'running' ? this.readUsage(status.pid) : null;
    this.set('deltadesk_process_bytes', 'resident memory', usage?.memoryBytes, { service });
    const seconds = usage && usage.cpuMs / 1000;
    this.set('deltadesk_process_cpu_seconds', 'processor time', seconds, { service });
  }

  private set(name: string, help: string, value: number | null | undefined, labels: Labels = {}) {
    if (value === null || value === undefined) return;
    let gauge = this.gauges.get(name);
    if (!gauge) {
      const labelNames = Object.keys(labels);
      gauge = new Gauge({ name, help, labelNames, registers: [this.registry] });
      this.gauges.set(name, gauge);
    }
    gauge.set({ ...labels }, value);
  }
}
