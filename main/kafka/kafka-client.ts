import './quiet-request-queue';
import { Kafka, logLevel } from 'kafkajs';

/** The only place that makes a Kafka client: loopback timeouts, and no printing by the library. */
export function kafkaClient(bootstrapServers: string): Kafka {
  return new Kafka({
    clientId: 'deltadesk',
    brokers: [bootstrapServers],
    connectionTimeout: 3_000,
    requestTimeout: 10_000,
    // Retries are ours (record-producer.ts): the library's own may repeat a send unseen.
    retry: { retries: 0 },
    logLevel: logLevel.NOTHING,
  });
}
