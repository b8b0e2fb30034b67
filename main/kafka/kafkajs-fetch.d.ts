/** The parts of kafkajs that `partition-reader.ts` reads with; they have no types of their own. */
declare module 'kafkajs/src/consumer/batch' {
  import type { KafkaMessage } from 'kafkajs';

  export default class Batch {
    constructor(topic: string, fetchedOffset: string, partitionData: object);
    /** Without control records, those of aborted transactions, and those before the asked offset. */
    readonly messages: KafkaMessage[];
    readonly rawMessages: KafkaMessage[];
    lastOffset(): string;
  }
}
