import type { TopicLag } from '../contract/kafka';
import type { ComponentHealth } from '../contract/service';
import { failed } from '../contract/failure';
import { sayProof } from '../contract/proof-sentences';
import { AdminSession } from '../kafka/admin-session';
import type { QueryPosition } from '../kafka/consumer-lag';
import { LagMonitor } from '../kafka/lag-monitor';
import { OffsetMirror } from '../kafka/offset-mirror';
import { readTopicState, type ReplicatedTopicState } from '../kafka/topics';
import { checkBroker } from './broker-checks';
import { proof } from './proof';

const checkIntervalMs = 2_000;

interface OpenWatch {
  readonly session: AdminSession;
  readonly lag: LagMonitor;
  readonly clusterId: string;
  readonly stop: AbortController;
}

/** Asks the broker every 2 s how it is and how far the query lags, from its start to its stop. */
export class BrokerWatch {
  private open: OpenWatch | null = null;
  private answers: ComponentHealth[];
  private timer: NodeJS.Timeout | null = null;
  /** Of the newest check: an older one that still waits for its answer plans no further. */
  private turn = 0;
  private readonly mirror: OffsetMirror;

  /** `mirrorGroup`: the consumer group that shows the query's offsets to other tools; null: none. */
  constructor(
    private readonly topic: string,
    private readonly readPosition: () => QueryPosition,
    private readonly onChange: () => void,
    mirrorGroup: string | null = null,
  ) {
    this.answers = notAsked(topic);
    this.mirror = new OffsetMirror(mirrorGroup, topic);
  }

  get components(): readonly ComponentHealth[] {
    return this.answers;
  }

  /** Lag by the newest sample; null while no broker runs. */
  get lag(): TopicLag | null {
    return this.open?.lag.read() ?? null;
  }

  get bootstrapServers(): string | null {
    return this.open?.session.bootstrapServers ?? null;
  }

  /** Lag asked for now; `PIPELINE_NOT_RUNNING` while no broker runs. */
  async readLag(): Promise<TopicLag> {
    if (!this.open) throw failed('PIPELINE_NOT_RUNNING');
    try {
      return await this.open.lag.sample();
    } catch {
      throw failed('KAFKA_NOT_READY', { bootstrapServers: this.bootstrapServers });
    }
  }

  /** What the broker says of the topic; null while it does not answer. */
  async readTopicState(): Promise<ReplicatedTopicState | null> {
    const open = this.open;
    if (!open) return null;
    const ask = open.session.ask((admin) => readTopicState(admin, this.topic));
    return ask.catch(() => null);
  }

  /** Log end offsets by partition; null while no broker answers. */
  async logEndOffsets(): Promise<Record<string, number> | null> {
    const lag = await this.readLag().catch(() => null);
    if (!lag) return null;
    return Object.fromEntries(lag.partitions.map((one) => [one.partition, one.logEndOffset ?? 0]));
  }

  begin(bootstrapServers: string, clusterId: string): AdminSession {
    const session = new AdminSession(bootstrapServers);
    const lag = new LagMonitor(session, this.topic, this.readPosition);
    const stop = new AbortController();
    this.open = { session, lag, clusterId, stop };
    void this.check(session, clusterId, stop.signal);
    return session;
  }

  /** The topic exists from here on: its lag can be sampled. */
  beginLag(): void {
    this.open?.lag.start();
  }

  /** Asks now instead of at its next turn, as after a sleep; returns when the answer is there. */
  async checkNow(): Promise<void> {
    const { open } = this;
    if (open) await this.check(open.session, open.clusterId, open.stop.signal);
  }

  async end(): Promise<void> {
    const open = this.open;
    this.open = null;
    this.answers = notAsked(this.topic);
    open?.stop.abort();
    if (this.timer) clearTimeout(this.timer);
    open?.lag.close();
    await open?.session.close();
  }

  private async check(session: AdminSession, clusterId: string, signal: AbortSignal) {
    const turn = ++this.turn;
    if (this.timer) clearTimeout(this.timer);
    const answers = await checkBroker(session, clusterId, this.topic);
    if (signal.aborted || turn !== this.turn) return;
    this.answers = answers;
    this.onChange();
    // A tool that others look with must not disturb: what cannot be written now is written later.
    await this.mirror.write(session, this.readPosition().endOffsets).catch(() => null);
    if (signal.aborted || turn !== this.turn) return;
    this.timer = setTimeout(() => void this.check(session, clusterId, signal), checkIntervalMs);
  }
}

function notAsked(topic: string): ComponentHealth[] {
  const answer = sayProof('notRunning');
  return [
    proof('broker', 'unknown', { question: sayProof('askCluster'), answer }, null),
    proof('topics', 'unknown', { question: sayProof('askLeaders', { topic }), answer }, null),
  ];
}
