import { sayEvent } from '../contract/event-sentences';
import type { BatchLine } from '../contract/streaming';
import type { HistoryRow } from './history-tables';

/** Quantile number of 21, of 5 % each; null for a batch without records. */
const quantile = (latencyMs: readonly number[], percent: number) =>
  latencyMs[Math.round((percent / 100) * (latencyMs.length - 1))] ?? null;

/** A batch line as the row of `ops.batch_history`. */
export function toBatchRow(line: BatchLine, queryId: string | null): HistoryRow<'batch_history'> {
  const { rows } = line;
  return {
    ended_at: line.atMs,
    pack: line.pack,
    query_id: queryId,
    batch_id: line.batchId,
    input_rows: rows.input,
    bronze_rows: rows.bronze,
    silver_rows: rows.silver,
    duplicate_rows: rows.duplicates,
    late_rows: rows.late,
    rejected_parse: rows.rejected.parse,
    rejected_schema: rows.rejected.schema,
    rejected_rule: rows.rejected.rule,
    latency_p50_ms: quantile(line.latencyMs, 50),
    latency_p95_ms: quantile(line.latencyMs, 95),
    duration_ms: JSON.stringify(line.durationMs),
    end_offsets: JSON.stringify(line.endOffsets),
    table_versions: JSON.stringify(line.tableVersions),
    replayed: line.replayed,
  };
}

/** The batch's line of the event log. */
export function toBatchEvent(line: BatchLine): HistoryRow<'event_log'> {
  const { input, bronze, silver, duplicates, late, rejected } = line.rows;
  const { message, told } = sayEvent('batch', {
    ...{ batchId: line.batchId, pack: line.pack, input, bronze, silver, duplicates, late },
    rejected: rejected.parse + rejected.schema + rejected.rule,
  });
  return {
    logged_at: line.atMs,
    kind: 'batch',
    component: 'query',
    severity: 'info',
    message,
    details: JSON.stringify(told),
  };
}
