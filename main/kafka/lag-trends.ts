import type { TopicLag } from '../contract/kafka';
import type { TopicLagNow } from './consumer-lag';
import { lagTrend, type LagSample } from './lag-trend';

/** A person who asks adds samples between those of every second. */
const keptSamples = 120;

/** How the lag of a topic and of each of its partitions changes, by the samples that are added. */
export class LagTrends {
  private readonly topic: LagSample[] = [];
  private readonly byPartition = new Map<number, LagSample[]>();

  /** Takes a sample; a lag that is not known adds nothing. */
  add({ atMs, lag, partitions }: TopicLagNow): void {
    keep(this.topic, atMs, lag);
    for (const { partition, lag: own } of partitions) {
      const samples = this.byPartition.get(partition) ?? [];
      this.byPartition.set(partition, samples);
      keep(samples, atMs, own);
    }
  }

  /** The lag with its trends as of its own time. */
  of(now: TopicLagNow): TopicLag {
    return {
      ...now,
      ...lagTrend(this.topic, now.atMs),
      partitions: now.partitions.map((one) => ({
        ...one,
        ...lagTrend(this.byPartition.get(one.partition) ?? [], now.atMs),
      })),
    };
  }
}

function keep(samples: LagSample[], atMs: number, lag: number | null): void {
  if (lag !== null) samples.push({ atMs, lag });
  if (samples.length > keptSamples) samples.shift();
}
