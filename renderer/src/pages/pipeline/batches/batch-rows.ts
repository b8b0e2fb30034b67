import type { MicroBatches } from '../../../../../main/contract/micro-batches';
import type { ChartRows } from '../../../charts/save-rows';
import { rejectedOf } from '../layer-rates';
import { batchParts, durationOf, partsOf } from './batch-parts';

/** What the chart of micro-batches is drawn from, the oldest first: spans in milliseconds, times in UTC. */
export function batchRows({ batches }: MicroBatches): ChartRows {
  const count = (name: string) => ({ name, type: 'BIGINT' });
  const time = (name: string) => ({ name, type: 'TIMESTAMP WITH TIME ZONE' });
  return {
    columns: [
      count('batch_id'),
      time('ended_at_utc'),
      ...['input_rows', 'rejected_rows', 'late_rows', 'duration_ms'].map(count),
      ...batchParts.map((part) => count(`${part}_ms`)),
      ...['latency_p50_ms', 'latency_p95_ms'].map(count),
      time('watermark_utc'),
    ],
    rows: batches.map((batch) => {
      const parts = partsOf(batch);
      return [
        batch.batchId,
        new Date(batch.endedAtMs).toISOString(),
        batch.rows.input,
        rejectedOf(batch.rows),
        batch.rows.late,
        durationOf(batch.partsMs),
        ...batchParts.map((part) => parts[part]),
        batch.latencyP50Ms,
        batch.latencyP95Ms,
        batch.watermarkMs === null ? null : new Date(batch.watermarkMs).toISOString(),
      ];
    }),
  };
}
