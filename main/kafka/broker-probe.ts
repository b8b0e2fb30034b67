import type { Admin } from 'kafkajs';
import { failed } from '../contract/failure';
import type { ReadinessProbe } from '../supervisor/service-spec';
import { kafkaClient } from './kafka-client';

/**
 * Asks the broker who it is. Throws `KAFKA_CLUSTER_FOREIGN` when another cluster answers on our
 * port: such a broker is never used (goals.md N10). Returns the controller's node id.
 */
export async function describeOwnCluster(
  admin: Admin,
  clusterId: string,
  bootstrapServers: string,
): Promise<number | null> {
  const cluster = await admin.describeCluster();
  if (cluster.clusterId !== clusterId) {
    const found = cluster.clusterId;
    throw failed('KAFKA_CLUSTER_FOREIGN', { bootstrapServers, expected: clusterId, found });
  }
  if (cluster.brokers.length === 0) throw failed('KAFKA_NOT_READY', { bootstrapServers });
  return cluster.controller;
}

/** Ready = the cluster of our storage describes itself with a broker in it. */
export function brokerProbe(bootstrapServers: string, clusterId: string): ReadinessProbe {
  return async () => {
    const admin = kafkaClient(bootstrapServers).admin();
    try {
      await admin.connect();
      await describeOwnCluster(admin, clusterId, bootstrapServers);
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  };
}
