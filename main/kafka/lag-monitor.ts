import type { TopicLag } from '../contract/kafka';
import type { AdminSession } from './admin-session';
import { computeTopicLag } from './consumer-lag';
import type { OffsetSample, QueryPosition, TopicLagNow } from './consumer-lag';
import { LagTrends } from './lag-trends';
import { readTopicOffsets, type PartitionOffsets } from './topic-offsets';

const sampleIntervalMs = 1_000;
const keptSamples = 3_600;

/**
 * Samples the topic's offsets once a second and keeps an hour of them. A sample that fails is left
 * out: the reading then keeps its older time, which shows its age.
 */
export class LagMonitor {
  private samples: OffsetSample[] = [];
  private readonly trends = new LagTrends();
  private newest: { atMs: number; offsets: PartitionOffsets[] } | null = null;
  private timer: NodeJS.Timeout | null = null;
  private isClosed = false;

  constructor(
    private readonly session: AdminSession,
    private readonly topic: string,
    private readonly readPosition: () => QueryPosition,
  ) {}

  start(): void {
    void this.sampleAndWait();
  }

  /** Lag by the newest sample; null before the first. */
  read(): TopicLag | null {
    if (!this.newest) return null;
    const { atMs, offsets } = this.newest;
    return this.trends.of(this.lagNow(offsets, atMs));
  }

  /** Samples now and returns the lag; throws when the broker does not answer. */
  async sample(): Promise<TopicLag> {
    const offsets = await this.session.ask((admin) => readTopicOffsets(admin, this.topic));
    const atMs = Date.now();
    const logEndOffsets = Object.fromEntries(
      offsets.map(({ partition, logEndOffset }) => [String(partition), logEndOffset]),
    );
    this.newest = { atMs, offsets };
    this.samples.push({ atMs, logEndOffsets });
    if (this.samples.length > keptSamples) this.samples.shift();
    const now = this.lagNow(offsets, atMs);
    this.trends.add(now);
    return this.trends.of(now);
  }

  private lagNow(offsets: readonly PartitionOffsets[], atMs: number): TopicLagNow {
    return computeTopicLag(this.topic, offsets, this.readPosition(), this.samples, atMs);
  }

  close(): void {
    this.isClosed = true;
    if (this.timer) clearTimeout(this.timer);
  }

  private async sampleAndWait(): Promise<void> {
    await this.sample().catch(() => null);
    if (this.isClosed) return;
    this.timer = setTimeout(() => void this.sampleAndWait(), sampleIntervalMs);
  }
}
