import type { MicroBatch, MicroBatches } from '../../../../../main/contract/micro-batches';
import { missing } from '../../../format/missing';
import { formatInteger, formatRate } from '../../../format/numbers';
import { formatDuration } from '../../../format/time';
import { t } from '../../../languages/language';
import { durationOf } from './batch-parts';

export const batchViews = ['duration', 'throughput', 'latency'] as const;
export type BatchView = (typeof batchViews)[number];

/** The chart in a sentence; "—" before the first batch. */
export function summariseBatches({ batches }: MicroBatches, view: BatchView): string {
  const last = batches.at(-1);
  if (!last) return missing;
  const batch = formatInteger(last.batchId);
  if (view === 'latency')
    return t('batches.summaryLatency', {
      batch,
      p50: formatDuration(last.latencyP50Ms),
      p95: formatDuration(last.latencyP95Ms),
    });
  if (view === 'throughput') {
    const before = batches.at(-2);
    const seconds = before ? (last.endedAtMs - before.endedAtMs) / 1000 : 0;
    return t('batches.summaryThroughput', {
      batch,
      input: formatRate(seconds > 0 ? last.rows.input / seconds : null),
      processed: formatRate((last.rows.input * 1000) / Math.max(1, durationOf(last.partsMs))),
    });
  }
  const tookMs = ({ partsMs }: MicroBatch) => durationOf(partsMs);
  const longest = batches.reduce((best, one) => (tookMs(one) > tookMs(best) ? one : best));
  return t('batches.summary', {
    batch,
    duration: formatDuration(tookMs(last)),
    rows: formatInteger(last.rows.input),
    count: batches.length,
    longest: formatInteger(longest.batchId),
    longestDuration: formatDuration(tookMs(longest)),
  });
}
