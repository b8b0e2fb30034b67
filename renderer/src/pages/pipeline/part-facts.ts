import type { Overview } from '../../../../main/contract/api';
import type { ComponentHealth, ServiceStatus } from '../../../../main/contract/service';
import { missing } from '../../format/missing';
import { formatBytes, formatInteger, formatRate } from '../../format/numbers';
import { formatDuration, formatElapsed } from '../../format/time';
import { t } from '../../languages/language';

/** A key figure of a card: its name is a key of the texts. */
export interface PartFact {
  readonly name:
    | 'address'
    | 'up'
    | 'pid'
    | 'topic'
    | 'partitions'
    | 'lag'
    | 'sent'
    | 'acknowledged'
    | 'notSent'
    | 'batch'
    | 'duration'
    | 'processed'
    | 'tables'
    | 'rows'
    | 'size';
  readonly value: string;
}

/** Three key figures of a part; "—" where nothing is known now. */
export function partFacts(
  component: ComponentHealth['component'],
  overview: Overview,
  nowMs: number,
): PartFact[] {
  const { pipeline, producer, streaming, tables, lag } = overview;
  const perSecond = (rate: number | null) =>
    rate === null ? missing : t('flow.rate', { rate: formatRate(rate) });
  switch (component) {
    case 'broker':
      return [
        { name: 'address', value: pipeline.bootstrapServers ?? missing },
        ...processFacts(pipeline.services.broker, nowMs),
      ];
    case 'topics':
      return [
        { name: 'topic', value: lag?.topic ?? missing },
        { name: 'partitions', value: formatInteger(lag?.partitions.length || null) },
        { name: 'lag', value: formatInteger(lag?.lag ?? null) },
      ];
    case 'producer':
      return [
        {
          name: 'sent',
          value: perSecond(producer.state === 'stopped' ? null : producer.sentPerSecond),
        },
        { name: 'acknowledged', value: formatInteger(producer.acknowledged) },
        { name: 'notSent', value: formatInteger(producer.failed) },
      ];
    case 'streamingJob':
      return processFacts(pipeline.services.streamingJob, nowMs);
    case 'query':
      return [
        { name: 'batch', value: formatInteger(streaming.lastBatchId) },
        { name: 'duration', value: formatDuration(streaming.batchDurationMs) },
        { name: 'processed', value: perSecond(streaming.processedRowsPerSecond) },
      ];
    case 'tables': {
      const sum = (count: (table: Overview['tables'][number]) => number) =>
        tables.length === 0 ? null : tables.reduce((total, table) => total + count(table), 0);
      return [
        { name: 'tables', value: formatInteger(tables.length || null) },
        { name: 'rows', value: formatInteger(sum(({ rows }) => rows ?? 0)) },
        { name: 'size', value: formatBytes(sum(({ sizeBytes }) => sizeBytes)) },
      ];
    }
  }
}

function processFacts(service: ServiceStatus, nowMs: number): PartFact[] {
  const isRunning = service.state === 'running';
  return [
    { name: 'up', value: isRunning ? formatElapsed(nowMs - service.sinceMs) : missing },
    { name: 'pid', value: isRunning ? String(service.pid) : missing },
  ];
}
