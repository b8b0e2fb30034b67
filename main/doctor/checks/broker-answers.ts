import { say } from '../../contract/doctor-sentences';
import { describeOwnCluster } from '../../kafka/broker-probe';
import { storedClusterId } from '../../kafka/broker-storage';
import { askBroker } from '../ask-broker';
import { needsBroker, passed, type Check } from '../check';

/** Another cluster's answer is a failure. */
export const brokerAnswers: Check = {
  id: 'brokerAnswers',
  question: 'Does the broker answer a Kafka client?',
  ask: async ({ bootstrapServers, paths }) => {
    if (bootstrapServers === null) return needsBroker();
    const clusterId = await storedClusterId(paths);
    await askBroker(bootstrapServers, (admin) =>
      describeOwnCluster(admin, clusterId, bootstrapServers),
    );
    return passed(say('brokerCluster', { bootstrapServers, clusterId }));
  },
};
