import type { Kafka, KafkaMessage } from 'kafkajs';
import Batch from 'kafkajs/src/consumer/batch';

const committedOnly = 1;
/** A record larger than this is answered all the same, alone. */
const answerBytes = 1024 * 1024;
const waitMs = 100;

interface FetchedPartition {
  readonly partition: number;
  readonly errorCode: number;
}
interface Broker {
  fetch(request: object): Promise<{ responses: { partitions: FetchedPartition[] }[] }>;
}
/** The library's own connection to all brokers, as its consumers use it. */
interface Cluster {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  addTargetTopic(topic: string): Promise<void>;
  findLeaderForPartitions(topic: string, partitions: number[]): Record<string, number[]>;
  findBroker(node: { nodeId: string }): Promise<Broker>;
}

/** What one fetch brought of a partition: its records, and the offset to go on from. */
export interface FetchedRecords {
  readonly partition: number;
  readonly records: readonly KafkaMessage[];
  readonly nextOffset: number;
}

/**
 * Reads partitions from given offsets. kafkajs has no `assign`: its consumers join a group, which
 * every Kafka tool then shows, and which a reader may not be allowed to make. So this fetches with
 * the library's own cluster, which its clients keep behind a symbol (2.2.4).
 */
export class PartitionReader {
  private constructor(
    private readonly cluster: Cluster,
    private readonly topic: string,
  ) {}

  /** Rejects when no broker answers. */
  static async open(kafka: Kafka, topic: string): Promise<PartitionReader> {
    const symbol = Object.getOwnPropertySymbols(kafka).find(
      ({ description }) => description === 'private:Kafka:createCluster',
    );
    const create = (kafka as never as Record<symbol, (options: object) => Cluster>)[symbol!]!;
    const cluster = create({ allowAutoTopicCreation: false, metadataMaxAge: 300_000 });
    await cluster.connect();
    try {
      await cluster.addTargetTopic(topic);
    } catch (error) {
      await cluster.disconnect();
      throw error;
    }
    return new PartitionReader(cluster, topic);
  }

  /** One fetch of all these partitions; a partition that has nothing yet is left out. */
  async fetch(offsets: ReadonlyMap<number, number>): Promise<FetchedRecords[]> {
    const leaders = this.cluster.findLeaderForPartitions(this.topic, [...offsets.keys()]);
    const answers = await Promise.all(
      Object.entries(leaders).map(async ([nodeId, partitions]) => {
        const broker = await this.cluster.findBroker({ nodeId });
        const wanted = partitions.map((partition) => ({
          partition,
          fetchOffset: String(offsets.get(partition)),
          maxBytes: answerBytes,
        }));
        const { responses } = await broker.fetch({
          maxWaitTime: waitMs,
          minBytes: 1,
          isolationLevel: committedOnly,
          topics: [{ topic: this.topic, partitions: wanted }],
        });
        return responses.flatMap((response) => response.partitions);
      }),
    );
    return answers.flat().flatMap((fetched) => {
      const batch = new Batch(this.topic, String(offsets.get(fetched.partition)), fetched);
      if (batch.rawMessages.length === 0) return [];
      const nextOffset = Number(batch.lastOffset()) + 1;
      return [{ partition: fetched.partition, records: batch.messages, nextOffset }];
    });
  }

  async close(): Promise<void> {
    await this.cluster.disconnect();
  }
}
