import type { PartitionLag, TopicLag } from '../contract/kafka';
import type { PartitionOffsets } from './topic-offsets';

/** Log end offsets as they were at one moment: what dates an unread offset. */
export interface OffsetSample {
  readonly atMs: number;
  readonly logEndOffsets: Readonly<Record<string, number>>;
}

/**
 * Lag of the streaming query: log end offset minus the end offset of its last committed batch
 * (architecture.md decision 5; a Spark query commits no consumer group). `endOffsets` is null
 * before the first batch: the current offset and the lag are then null, not 0.
 */
export function computePartitionLag(
  offsets: readonly PartitionOffsets[],
  endOffsets: Readonly<Record<string, number>> | null,
): PartitionLag[] {
  return offsets.map(({ partition, logStartOffset, logEndOffset }) => {
    const currentOffset = endOffsets?.[String(partition)] ?? null;
    const lag = currentOffset === null ? null : Math.max(0, logEndOffset - currentOffset);
    return { partition, logStartOffset, logEndOffset, currentOffset, lag };
  });
}

/**
 * Age in seconds of the oldest unread record: the time of the first sample that saw the log end
 * beyond the current offset. 0 when nothing is unread; null when an offset is unknown or the record
 * is older than every sample.
 */
export function computeLagSeconds(
  partitions: readonly PartitionLag[],
  samples: readonly OffsetSample[],
  nowMs: number,
): number | null {
  let oldestMs = nowMs;
  for (const { partition, currentOffset, lag } of partitions) {
    if (currentOffset === null || lag === null) return null;
    if (lag === 0) continue;
    const index = samples.findIndex(
      (sample) => (sample.logEndOffsets[String(partition)] ?? 0) > currentOffset,
    );
    // Already beyond in the oldest sample: it was written before we looked.
    if (index === 0) return null;
    if (index > 0) oldestMs = Math.min(oldestMs, samples[index]!.atMs);
  }
  return Math.max(0, (nowMs - oldestMs) / 1000);
}

/** Lag of the whole topic at one moment, without its trend; see `TopicLag` for what null means. */
export function computeTopicLag(
  topic: string,
  offsets: readonly PartitionOffsets[],
  endOffsets: Readonly<Record<string, number>> | null,
  samples: readonly OffsetSample[],
  nowMs: number,
): Omit<TopicLag, 'trendPerSecond' | 'secondsToZero'> {
  const partitions = computePartitionLag(offsets, endOffsets);
  const lags = partitions.map((partition) => partition.lag);
  const lag = lags.reduce<number | null>(
    (sum, one) => (sum === null || one === null ? null : sum + one),
    0,
  );
  const lagSeconds = computeLagSeconds(partitions, samples, nowMs);
  return { topic, atMs: nowMs, lag, lagSeconds, partitions };
}
