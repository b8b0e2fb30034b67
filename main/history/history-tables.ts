import { table, type HistoryTable, type HistoryType } from './define-history-table';
import { metricTables } from './metric-tables';

export type { HistoryTable, HistoryType };

/** Every table that is kept, with its bounds: 24 h of what comes with the clock, the rest by rows. */
export const historyTables = {
  event_log: table(
    {
      logged_at: 'time',
      kind: 'text',
      component: 'text',
      severity: 'text',
      message: 'text',
      details: 'text',
    },
    'logged_at',
    // SQL takes the former name only in quotes.
    { keepRows: 50_000, formerNames: { logged_at: 'at' } },
  ),
  runs: table(
    {
      run_id: 'text',
      pack: 'text',
      status: 'text',
      started_at: 'time',
      running_at: 'time',
      ended_at: 'time',
      failure: 'text',
    },
    'started_at',
    { key: ['run_id'], keepRows: 1_000 },
  ),
  run_steps: table(
    {
      run_id: 'text',
      number: 'whole',
      operation: 'text',
      step: 'text',
      status: 'text',
      started_at: 'time',
      ended_at: 'time',
      outputs: 'text',
      log_excerpt: 'text',
    },
    'started_at',
    { key: ['run_id', 'number'], keepRows: 20_000 },
  ),
  lag_history: table(
    {
      sampled_at: 'time',
      pack: 'text',
      topic: 'text',
      partition: 'whole',
      log_start_offset: 'whole',
      log_end_offset: 'whole',
      current_offset: 'whole',
      lag: 'whole',
      topic_lag_seconds: 'number',
      lag_seconds: 'number',
      trend_per_second: 'number',
      seconds_to_zero: 'number',
    },
    'sampled_at',
    { keepRows: 1_000_000, keepHours: 24 },
  ),
  batch_history: table(
    {
      ended_at: 'time',
      pack: 'text',
      query_id: 'text',
      batch_id: 'whole',
      input_rows: 'whole',
      bronze_rows: 'whole',
      silver_rows: 'whole',
      duplicate_rows: 'whole',
      late_rows: 'whole',
      rejected_parse: 'whole',
      rejected_schema: 'whole',
      rejected_rule: 'whole',
      latency_p50_ms: 'number',
      latency_p95_ms: 'number',
      duration_ms: 'text',
      end_offsets: 'text',
      table_versions: 'text',
      replayed: 'flag',
    },
    'ended_at',
    { keepRows: 200_000, keepHours: 24 },
  ),
  quality_metrics: table(
    {
      id: 'whole',
      check_name: 'text',
      layer: 'text',
      score: 'number',
      passed: 'whole',
      record_count: 'whole',
      details: 'text',
      timestamp: 'text',
      pack: 'text',
      scope: 'text',
      checked_at: 'time',
    },
    'checked_at',
    { keepRows: 200_000, keepHours: 24 },
  ),
  alerts: table(
    {
      alert_id: 'text',
      rule: 'text',
      subject: 'text',
      severity: 'text',
      pack: 'text',
      raised_at: 'time',
      cleared_at: 'time',
      message: 'text',
      value: 'number',
      limit_value: 'number',
    },
    'raised_at',
    { key: ['alert_id'], keepRows: 10_000 },
  ),
  exports: table(
    {
      export_id: 'text',
      preset: 'text',
      folder: 'text',
      status: 'text',
      started_at: 'time',
      ended_at: 'time',
      row_count: 'whole',
      size_bytes: 'whole',
      details: 'text',
      pack: 'text',
      self_check: 'text',
      request: 'text',
    },
    'started_at',
    { key: ['export_id'], keepRows: 5_000 },
  ),
  ...metricTables,
} as const satisfies Readonly<Record<string, HistoryTable>>;

export type HistoryTableName = keyof typeof historyTables;
export const historyTableNames = Object.keys(historyTables) as HistoryTableName[];

type ValueOf<T extends HistoryType> = T extends 'text'
  ? string
  : T extends 'flag'
    ? boolean
    : number;
/** A row of a table; null = not known. */
export type HistoryRow<N extends HistoryTableName> = {
  readonly [C in keyof (typeof historyTables)[N]['columns']]: ValueOf<
    (typeof historyTables)[N]['columns'][C] & HistoryType
  > | null;
};
