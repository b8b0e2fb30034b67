import type { RecordProducer } from '../../../main/kafka/record-producer';
import { until } from './until';

/** A producer and how many events it is to send. */
export interface CountedProducer {
  readonly producer: RecordProducer;
  readonly count: number;
}

/** The producers of all packs of a run, together. */
export class Production {
  constructor(private readonly producers: readonly CountedProducer[]) {}

  /** Lets them begin, or go on where they were stopped. */
  async start(bootstrapServers: string): Promise<void> {
    await Promise.all(this.producers.map(({ producer }) => producer.start(bootstrapServers)));
  }

  async stop(): Promise<void> {
    await Promise.all(this.producers.map(({ producer }) => producer.stop()));
  }

  /** Waits until each has sent its events and ended by itself. */
  async untilDone(): Promise<void> {
    await until('all events are produced', () => {
      const isDone = this.producers.every(({ producer, count }) => {
        const { produced, state } = producer.read();
        return produced === count && state === 'stopped';
      });
      return isDone ? true : undefined;
    });
  }
}
