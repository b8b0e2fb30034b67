import type { TopicLag } from '../contract/kafka';
import type { AdminSession } from './admin-session';
import { computeTopicLag, type OffsetSample, type QueryPosition } from './consumer-lag';
import { lagTrend, type LagSample } from './lag-trend';
import { readTopicOffsets, type PartitionOffsets } from './topic-offsets';

const sampleIntervalMs = 1_000;
const keptSamples = 3_600;
/** A person who asks adds samples between those of every second. */
const keptLags = 120;

/**
 * Samples the topic's offsets once a second and keeps an hour of them. A sample that fails is left
 * out: the reading then keeps its older time, which shows its age.
 */
export class LagMonitor {
  private samples: OffsetSample[] = [];
  private readonly lags: LagSample[] = [];
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
    return this.lagOf(offsets, atMs);
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
    const topicLag = this.lagOf(offsets, atMs);
    if (topicLag.lag !== null) this.lags.push({ atMs, lag: topicLag.lag });
    if (this.lags.length > keptLags) this.lags.shift();
    return { ...topicLag, ...lagTrend(this.lags, atMs) };
  }

  private lagOf(offsets: readonly PartitionOffsets[], atMs: number): TopicLag {
    const position = this.readPosition();
    const topicLag = computeTopicLag(this.topic, offsets, position, this.samples, atMs);
    return { ...topicLag, ...lagTrend(this.lags, atMs) };
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
