import { table } from './define-history-table';

/** Five seconds of a day, for so many things that are measured. */
const aDayOf = (things: number) => ({ keepHours: 24, keepRows: things * 17_280 });

/** What is measured every 5 s while the pipeline runs, kept for 24 h (floor.md 7.1). */
export const metricTables = {
  /** Of the processes `app`, `broker` and `streamingJob`; `disk` has the free bytes alone. */
  system_history: table(
    {
      sampled_at: 'time',
      component: 'text',
      cpu_percent: 'number',
      memory_bytes: 'whole',
      free_bytes: 'whole',
    },
    'sampled_at',
    aDayOf(4),
  ),
  /** Counters since the producer was made; `dead_letters` since the job began. */
  producer_history: table(
    {
      sampled_at: 'time',
      pack: 'text',
      sent: 'whole',
      failed: 'whole',
      dead_letters: 'whole',
      send_rate: 'number',
      acknowledged_p50_ms: 'number',
      acknowledged_p95_ms: 'number',
    },
    'sampled_at',
    aDayOf(10),
  ),
  topic_history: table(
    {
      sampled_at: 'time',
      topic: 'text',
      size_bytes: 'whole',
      under_replicated: 'whole',
      broker_since: 'time',
    },
    'sampled_at',
    aDayOf(10),
  ),
  /** Between two rows of `batch_history`; counters since the job began. */
  query_history: table(
    {
      sampled_at: 'time',
      pack: 'text',
      batch_id: 'whole',
      input_rows: 'whole',
      output_rows: 'whole',
      dropped_by_watermark: 'whole',
      input_rows_per_second: 'number',
      processed_rows_per_second: 'number',
      batch_ms: 'number',
      batch_parts_ms: 'text',
    },
    'sampled_at',
    aDayOf(10),
  ),
  /** `hop` broker, bronze, silver, gold, each from the one before; `total` broker to aggregates. */
  latency_history: table(
    {
      sampled_at: 'time',
      pack: 'text',
      hop: 'text',
      p50_ms: 'number',
      p95_ms: 'number',
      p99_ms: 'number',
    },
    'sampled_at',
    aDayOf(25),
  ),
  table_history: table(
    {
      sampled_at: 'time',
      table_name: 'text',
      table_version: 'whole',
      row_count: 'whole',
      live_files: 'whole',
      size_bytes: 'whole',
      age_seconds: 'number',
    },
    'sampled_at',
    aDayOf(50),
  ),
} as const;
