import type { Producer } from 'kafkajs';
import { failed, toFailure, type Failure } from '../contract/failure';
import type { ProducerStatus } from '../contract/kafka';
import type { EventGenerator, EventSource, OutgoingRecord } from '../generate/event-generator';
import { countPartitions } from './count-partitions';
import { cutSends } from './cut-sends';
import { kafkaClient } from './kafka-client';
import type { ProducerOptions } from './producer-options';
import { ProducerRecord } from './producer-record';
import { appendDelays, sendUntilAcknowledged } from './send-until-acknowledged';
import { SendSchedule } from './send-schedule';
import { SentLines } from './sent-lines';
import { SentRate } from './sent-rate';

/** At high rates records are gathered this long, so that a send carries more than one. */
const gatherMs = 20;
const pausedLookMs = 60_000;

/**
 * Sends a generator's events at a set rate, with the rules that make kafkajs safe (facts.md
 * section 3): one outstanding send, an explicit partition on every record, our own retry, and each
 * event noted in the producer's record before its send and after its acknowledgement.
 */
export class RecordProducer {
  private status: ProducerStatus;
  private schedule: SendSchedule;
  private wake: () => void = () => undefined;
  private stopping = new AbortController();
  private loop: Promise<void> | null = null;
  private readonly sentRate = new SentRate();
  private readonly sentLines: SentLines;
  private endedBy: Failure | null = null;
  private remaining: number;
  private partitions = 0;

  constructor(
    private readonly options: ProducerOptions,
    private readonly events: EventGenerator | EventSource,
    private readonly onChange: () => void,
  ) {
    this.schedule = new SendSchedule(options.ratePerSecond, Date.now());
    this.remaining = options.count ?? Infinity;
    this.sentLines = new SentLines((line) => options.onLine?.(line));
    this.status = {
      state: 'stopped',
      ratePerSecond: options.ratePerSecond,
      sentPerSecond: 0,
      produced: 0,
      acknowledged: 0,
      repeatedSends: 0,
      failed: 0,
      lastRecord: null,
    };
  }

  /** Connects and begins to send; throws when the broker cannot be reached or has no such topic. */
  async start(bootstrapServers: string): Promise<void> {
    this.partitions = await countPartitions(bootstrapServers, this.options.topic);
    const producer = kafkaClient(bootstrapServers).producer({ allowAutoTopicCreation: false });
    await producer.connect();
    this.options.onLine?.(`Connected to the broker at ${bootstrapServers}`);
    const record = ProducerRecord.open(this.options.recordFolder);
    this.stopping = new AbortController();
    this.endedBy = null;
    this.sentRate.start(Date.now());
    this.schedule.restart(Date.now());
    this.change({ state: 'running' });
    this.loop = this.run(producer, record)
      .catch((error: unknown) => {
        this.endedBy = toFailure(error);
        this.options.onFailure(this.endedBy);
      })
      .finally(async () => {
        this.sentLines.flush();
        record.close();
        await producer.disconnect().catch(() => undefined);
        this.change({ state: 'stopped', sentPerSecond: 0 });
      });
  }

  /** Waits for the outstanding send (at most its own deadline), then disconnects. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.loop;
  }

  /** Why it had to end by itself; null when it did not. */
  get failure(): Failure | null {
    return this.endedBy;
  }

  setRate(ratePerSecond: number): ProducerStatus {
    this.schedule.setRate(ratePerSecond, Date.now());
    this.wake();
    this.change({ ratePerSecond });
    return this.read();
  }

  /** Holds it or lets it go on, with no event made up for; fails while it does not run. */
  setPaused(paused: boolean): ProducerStatus {
    if (this.status.state === 'stopped') throw failed('PIPELINE_NOT_RUNNING');
    this.schedule.restart(Date.now());
    this.change({ state: paused ? 'paused' : 'running' });
    this.wake();
    return this.read();
  }

  read(): ProducerStatus {
    return { ...this.status, sentPerSecond: this.sentRate.perSecond(Date.now()) };
  }

  /** True when the wanted number of events was sent and acknowledged. */
  get isComplete(): boolean {
    return this.remaining === 0 && this.status.acknowledged === this.status.produced;
  }

  private async run(producer: Producer, record: ProducerRecord): Promise<void> {
    const { batchRecords = 500 } = this.options;
    let sequence = record.lastSequence;
    while (!this.stopping.signal.aborted && this.remaining > 0) {
      const most = this.isPaused ? 0 : Math.min(batchRecords, this.remaining);
      const times = this.schedule.take(Date.now(), most);
      if (times.length === 0) {
        await this.untilDue();
        continue;
      }
      const events = await this.take(sequence + 1, times);
      if (events.length === 0) {
        // A stopped source has not ended: it goes on at the next start.
        if (!this.stopping.signal.aborted) this.remaining = 0;
        break;
      }
      this.schedule.giveBack(times.length - events.length);
      sequence += events.length;
      record.noteSent(events);
      this.remaining -= events.length;
      this.change({ produced: this.status.produced + events.length });
      for (const send of cutSends(events)) {
        if (!(await this.send(producer, record, send))) break;
      }
    }
  }

  private async take(firstSequence: number, times: number[]): Promise<readonly OutgoingRecord[]> {
    const { events } = this;
    if ('take' in events) return events.take(firstSequence, times, this.stopping.signal);
    return times.map((micros, index) => events.event(firstSequence + index, micros));
  }

  /** False when a stop came before the answer. */
  private async send(
    producer: Producer,
    record: ProducerRecord,
    events: readonly OutgoingRecord[],
  ): Promise<boolean> {
    const { topic } = this.options;
    const { partitions } = this;
    const acknowledgements = await sendUntilAcknowledged(producer, topic, partitions, events, {
      signal: this.stopping.signal,
      onFailedTry: (isRepeated) =>
        this.change({
          failed: this.status.failed + 1,
          repeatedSends: this.status.repeatedSends + (isRepeated ? events.length : 0),
        }),
    });
    if (acknowledgements.length === 0) return false;
    record.noteAcknowledged(acknowledgements);
    this.options.onAppended?.(appendDelays(events, acknowledgements));
    this.sentRate.note(Date.now(), acknowledgements.length);
    const lines = events.map(({ logLine }) => logLine);
    this.sentLines.note(Date.now(), lines);
    this.change({
      acknowledged: this.status.acknowledged + acknowledgements.length,
      lastRecord: events.at(-1)?.logLine ?? null,
    });
    return true;
  }

  private get isPaused(): boolean {
    return this.status.state === 'paused';
  }

  /** Until the next event is due or something changes; a held producer waits to be woken. */
  private untilDue(): Promise<void> {
    const dueMs = this.isPaused ? pausedLookMs : this.schedule.nextDueMs() - Date.now();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.max(gatherMs, dueMs));
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private change(changes: Partial<ProducerStatus>): void {
    this.status = { ...this.status, ...changes };
    this.onChange();
  }
}
