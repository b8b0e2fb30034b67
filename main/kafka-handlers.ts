import type { Handlers } from './contract/api';
import { failed } from './contract/failure';
import type { BrokerWatch } from './health/broker-watch';
import { storageFolder } from './kafka/broker-storage';
import { readRecords } from './kafka/read-records';
import { readTopics } from './kafka/read-topics';
import type { RunningPack } from './pipeline/running-pack';
import type { RunningRequests } from './running-requests';
import type { DataPaths } from './settings/paths';

/** The broker that is asked, and the topics that queries read. */
export interface KafkaPlace {
  readonly brokerWatch: BrokerWatch;
  readonly alongside: readonly RunningPack[];
  readonly paths: DataPaths;
}

/** Answers about topics and their records; `PIPELINE_NOT_RUNNING` while there is no broker. */
export function kafkaHandlers(
  { brokerWatch, alongside, paths }: KafkaPlace,
  running: RunningRequests,
): Pick<Handlers, 'kafkaTopics.read' | 'kafkaRecords.read'> {
  const brokers = () => {
    if (brokerWatch.bootstrapServers === null) throw failed('PIPELINE_NOT_RUNNING');
    return brokerWatch.bootstrapServers;
  };
  return {
    'kafkaTopics.read': async () => {
      const watches = [brokerWatch, ...alongside.map((pack) => pack.brokerWatch)];
      const streams = watches.flatMap(({ lag }) => (lag ? [lag.topic] : []));
      return readTopics(brokers(), streams, storageFolder(paths));
    },
    'kafkaRecords.read': (request, caller) =>
      running.run(request.requestId, caller?.signal, (control) =>
        readRecords(brokers(), request, control),
      ),
  };
}
