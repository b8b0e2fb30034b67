import type { Overview } from '../contract/api';
import type { LatencyQuantiles } from '../contract/latency-budget';
import type { HistoryRow, HistoryTableName } from './history-tables';

/** Rows of one moment, by their table. */
export type MetricRows = { readonly [N in HistoryTableName]?: readonly HistoryRow<N>[] };

/** What is known of a moment beside the overview; null where it cannot be told. */
export interface Measured {
  readonly atMs: number;
  /** Processor share in percent of one core since the moment before, and resident memory. */
  readonly usage: readonly {
    readonly component: string;
    readonly cpuPercent: number | null;
    readonly memoryBytes: number | null;
  }[];
  readonly freeBytes: number | null;
  readonly topics: readonly {
    readonly topic: string;
    readonly sizeBytes: number | null;
    readonly underReplicated: number | null;
  }[];
  /** By pack, by hop. */
  readonly latency: readonly {
    readonly pack: string;
    readonly hops: Readonly<Record<string, LatencyQuantiles | null>>;
  }[];
}

/** A moment as rows of the history's metric tables (floor.md 7.1). */
export function toMetricRows(overview: Overview, measured: Measured): MetricRows {
  const { atMs: sampled_at, usage, freeBytes, topics, latency } = measured;
  const { pipeline, producer, lag, streaming } = overview;
  const packs = [{ pack: pipeline.pack, producer, lag, streaming }, ...overview.alongside];
  const { broker } = pipeline.services;
  const hopOf = (pack: string, hop: string) =>
    latency.find((one) => one.pack === pack)?.hops[hop] ?? null;
  return {
    system_history: [
      ...usage.map(({ component, cpuPercent, memoryBytes }) => ({
        ...{ sampled_at, component, free_bytes: null },
        ...{ cpu_percent: cpuPercent, memory_bytes: memoryBytes },
      })),
      ...(freeBytes === null
        ? []
        : [
            {
              ...{ sampled_at, component: 'disk', free_bytes: freeBytes },
              ...{ cpu_percent: null, memory_bytes: null },
            },
          ]),
    ],
    producer_history: packs.map(({ pack, producer: sending, streaming: query }) => {
      const { parse, schema, rule } = query.rows.rejected;
      const acknowledged = hopOf(pack, 'broker');
      return {
        ...{ sampled_at, pack, sent: sending.acknowledged, failed: sending.failed },
        ...{ dead_letters: parse + schema + rule, send_rate: sending.sentPerSecond },
        acknowledged_p50_ms: acknowledged?.p50 ?? null,
        acknowledged_p95_ms: acknowledged?.p95 ?? null,
      };
    }),
    topic_history: topics.map(({ topic, sizeBytes, underReplicated }) => ({
      ...{ sampled_at, topic, size_bytes: sizeBytes, under_replicated: underReplicated },
      broker_since: broker.state === 'running' ? broker.sinceMs : null,
    })),
    query_history: packs.map(({ pack, streaming: query }) => ({
      ...{ sampled_at, pack, batch_id: query.lastBatchId },
      ...{ input_rows: query.rows.input, output_rows: query.rows.silver },
      dropped_by_watermark: query.rows.late,
      input_rows_per_second: query.inputRowsPerSecond,
      processed_rows_per_second: query.processedRowsPerSecond,
      batch_ms: query.batchDurationMs,
      batch_parts_ms: query.batchPartsMs && JSON.stringify(query.batchPartsMs),
    })),
    latency_history: latency.flatMap(({ pack, hops }) =>
      Object.entries(hops).flatMap(([hop, quantiles]) =>
        quantiles === null
          ? []
          : [
              {
                ...{ sampled_at, pack, hop },
                ...{ p50_ms: quantiles.p50, p95_ms: quantiles.p95, p99_ms: quantiles.p99 },
              },
            ],
      ),
    ),
    table_history: overview.tables.map((one) => ({
      ...{ sampled_at, table_name: one.table, table_version: one.tableVersion },
      ...{ row_count: one.rows, live_files: one.liveFiles, size_bytes: one.sizeBytes },
      age_seconds: Math.max(0, sampled_at - one.committedAtMs) / 1000,
    })),
  };
}
