import type { TopicLag } from '../contract/kafka';
import type { HistoryRow } from './history-tables';

/** A reading of the lag as rows of `ops.lag_history`, one a partition. */
export function toLagRows(pack: string, lag: TopicLag): HistoryRow<'lag_history'>[] {
  return lag.partitions.map((one) => ({
    sampled_at: lag.atMs,
    pack,
    topic: lag.topic,
    partition: one.partition,
    log_start_offset: one.logStartOffset,
    log_end_offset: one.logEndOffset,
    current_offset: one.currentOffset,
    lag: one.lag,
    topic_lag_seconds: lag.lagSeconds,
    lag_seconds: one.lagSeconds,
    trend_per_second: one.trendPerSecond,
    seconds_to_zero: one.secondsToZero,
  }));
}
