/** Ports and folders of the one local broker. */
export interface BrokerSettings {
  readonly port: number;
  readonly controllerPort: number;
  readonly logFolder: string;
}

/**
 * A value of a Java properties file, which is read as Latin-1 (java.util.Properties.load): a path
 * with other letters would name another folder.
 */
function escapeValue(value: string): string {
  const unicode = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return value.replaceAll('\\', '\\\\').replace(/[^\x20-\x7e]/g, unicode);
}

/**
 * `server.properties` of one KRaft node that is broker and controller at once, on loopback only.
 * Voters are static: they follow the ports of this file, so a changed port needs no new storage.
 */
export function brokerProperties(settings: BrokerSettings): string {
  const controller = `127.0.0.1:${settings.controllerPort}`;
  const properties: Record<string, string | number | boolean> = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@${controller}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${settings.port},CONTROLLER://${controller}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${settings.port}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': escapeValue(settings.logFolder),
    'auto.create.topics.enable': false,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 1,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    // Two cores: the defaults (8 io, 3 network threads) only cost memory.
    'num.network.threads': 2,
    'num.io.threads': 2,
    'background.threads': 2,
    'num.recovery.threads.per.data.dir': 1,
    // A preallocated index of 10 MB per partition and kind is waste on a desktop.
    'log.index.size.max.bytes': 1_048_576,
    // 128 MB of heap by default, held from the start, for topics that are compacted: here the
    // consumer groups' offsets alone. What does not fit is cleaned in several passes.
    'log.cleaner.dedupe.buffer.size': 4_194_304,
    // The controller notes twice a second that it has nothing to note, for voters that lag behind.
    'metadata.max.idle.interval.ms': 0,
    // After a hard kill the next start waits for the old session to end: 11 s by default.
    'broker.session.timeout.ms': 3_000,
    'broker.heartbeat.interval.ms': 500,
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
