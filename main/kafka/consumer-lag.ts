import type { PartitionLag, TopicLag } from '../contract/kafka';
import type { OwnOffsets } from '../contract/streaming';
import type { PartitionOffsets } from './topic-offsets';

/** Log end offsets as they were at one moment: what dates an unread offset. */
export interface OffsetSample {
  readonly atMs: number;
  readonly logEndOffsets: Readonly<Record<string, number>>;
}

/** What is known of the query's place in the topic; null = not reported. */
export interface QueryPosition {
  /** Next offsets it needs, by its last committed batch. */
  readonly endOffsets: Readonly<Record<string, number>> | null;
  readonly ownOffsets: OwnOffsets | null;
}

/** Lag of one partition without how it changes, which only several samples tell. */
type PartitionLagNow = Omit<PartitionLag, 'trendPerSecond' | 'secondsToZero'>;

/** Lag of the whole topic, likewise. */
export type TopicLagNow = Omit<TopicLag, 'trendPerSecond' | 'secondsToZero' | 'partitions'> & {
  readonly partitions: readonly PartitionLagNow[];
};

/**
 * Lag of the streaming query: log end offset minus the end offset of its last committed batch
 * (architecture.md decision 5; a Spark query commits no consumer group). `endOffsets` is null
 * before the first batch: the current offset and the lag are then null, not 0. Beside it stands what
 * the query says of itself: a second source, which is asked at other moments.
 */
export function computePartitionLag(
  offsets: readonly PartitionOffsets[],
  { endOffsets, ownOffsets }: QueryPosition,
): Omit<PartitionLagNow, 'lagSeconds'>[] {
  return offsets.map(({ partition, logStartOffset, logEndOffset }) => {
    const currentOffset = endOffsets?.[String(partition)] ?? null;
    const lag = currentOffset === null ? null : Math.max(0, logEndOffset - currentOffset);
    const queryLag = lagByQuery(ownOffsets, String(partition));
    return { partition, logStartOffset, logEndOffset, currentOffset, lag, queryLag };
  });
}

function lagByQuery(own: OwnOffsets | null, partition: string): number | null {
  const [latest, end] = [own?.latestOffsets[partition], own?.endOffsets[partition]];
  return latest === undefined || end === undefined ? null : Math.max(0, latest - end);
}

/** The sum; null when one of them is. */
function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (sum, one) => (sum === null || one === null ? null : sum + one),
    0,
  );
}

/**
 * Age in seconds of the oldest unread record: the time of the first sample that saw the log end
 * beyond the current offset. 0 when nothing is unread; null when an offset is unknown or the record
 * is older than every sample.
 */
export function computeLagSeconds(
  partitions: readonly Pick<PartitionLag, 'partition' | 'currentOffset' | 'lag'>[],
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
  position: QueryPosition,
  samples: readonly OffsetSample[],
  nowMs: number,
): TopicLagNow {
  const partitions = computePartitionLag(offsets, position).map((one) => ({
    ...one,
    lagSeconds: computeLagSeconds([one], samples, nowMs),
  }));
  const lag = sumOf(partitions.map((partition) => partition.lag));
  const queryLag = sumOf(partitions.map((partition) => partition.queryLag));
  const queryReportedAtMs = position.ownOffsets?.atMs ?? null;
  const lagSeconds = computeLagSeconds(partitions, samples, nowMs);
  return { topic, atMs: nowMs, lag, lagSeconds, queryLag, queryReportedAtMs, partitions };
}
