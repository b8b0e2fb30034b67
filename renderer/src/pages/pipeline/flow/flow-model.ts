import type { Overview } from '../../../../../main/contract/api';
import type { TableSummary } from '../../../../../main/contract/delta';
import type { MicroBatches } from '../../../../../main/contract/micro-batches';
import type { ComponentHealth } from '../../../../../main/contract/service';
import { formatInteger, formatShort } from '../../../format/numbers';
import { t } from '../../../languages/language';
import { layerRates } from '../layer-rates';
import { layerNode, producerNode, serviceNode } from './node-state';
import type { NodeState } from './node-state';

export const nodeNames = ['producer', 'kafka', 'spark', 'bronze', 'silver', 'gold'] as const;
export const edgeNames = ['sent', 'read', 'bronze', 'silver', 'gold'] as const;
export type NodeName = (typeof nodeNames)[number];
export type EdgeName = (typeof edgeNames)[number] | 'rejected';

/** A station of the way. `fact` is its most telling figure, null when there is none. */
export interface FlowNode {
  readonly name: NodeName;
  readonly state: NodeState;
  readonly fact: string | null;
  readonly href: string;
}

/** What moves from one station to the next; `ratePerSecond` null = not known now. */
export interface FlowEdge {
  readonly name: EdgeName;
  readonly ratePerSecond: number | null;
  readonly href: string;
}

export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  readonly rejected: FlowEdge;
}

/** The way of the data as it stands now: from the overview, and the pace from the last batches. */
export function toFlow(overview: Overview, batches: MicroBatches | null, nowMs: number): Flow {
  const { pipeline, producer, tables, lag, streaming } = overview;
  const of = (...names: ComponentHealth['component'][]) =>
    pipeline.components.filter(({ component }) => names.includes(component));
  const topic = lag?.topic ?? batches?.topic ?? null;
  const topicPath = topic === null ? '/kafka' : `/kafka/topics/${encodeURIComponent(topic)}`;
  const layer = (name: 'bronze' | 'silver' | 'gold', main: string | null): FlowNode => {
    const own = tables.filter(({ table }) => table.startsWith(`${name}.`));
    const table = own.find((one) => one.table === main) ?? own[0];
    return {
      name,
      state: layerNode(table !== undefined, pipeline, of('tables')),
      fact: table ? rowsOf(table) : null,
      href: table ? `/data/${table.table.replace('.', '/')}` : '/data',
    };
  };
  const isRunning = pipeline.services.streamingJob.state === 'running';
  const rates = layerRates(isRunning ? (batches?.batches ?? []) : [], nowMs);
  const toBatches = '/pipeline?show=batches';
  const { broker, streamingJob } = pipeline.services;
  return {
    nodes: [
      {
        name: 'producer',
        state: producerNode(producer, of('producer')),
        fact:
          producer.acknowledged === 0
            ? null
            : t('flow.sent', {
                count: producer.acknowledged,
                records: formatShort(producer.acknowledged),
              }),
        href: '/settings/producer',
      },
      {
        name: 'kafka',
        state: serviceNode(broker, of('broker', 'topics')),
        fact:
          lag === null || lag.lag === null ? null : t('flow.lag', { lag: formatShort(lag.lag) }),
        href: topicPath,
      },
      {
        name: 'spark',
        state: serviceNode(streamingJob, of('streamingJob', 'query')),
        fact:
          streaming.lastBatchId === null
            ? null
            : t('flow.batch', { batch: formatInteger(streaming.lastBatchId) }),
        href: toBatches,
      },
      layer('bronze', batches?.bronzeTable ?? null),
      layer('silver', batches?.silverTable ?? null),
      layer('gold', null),
    ],
    edges: [
      {
        name: 'sent',
        ratePerSecond: producer.state === 'stopped' ? null : producer.sentPerSecond,
        href: topicPath,
      },
      { name: 'read', ratePerSecond: rates.read, href: topicPath },
      { name: 'bronze', ratePerSecond: rates.bronze, href: toBatches },
      { name: 'silver', ratePerSecond: rates.silver, href: toBatches },
      { name: 'gold', ratePerSecond: rates.gold, href: toBatches },
    ],
    rejected: { name: 'rejected', ratePerSecond: rates.rejected, href: '/kafka/dlq' },
  };
}

const rowsOf = ({ rows }: TableSummary) =>
  t('flow.rows', { count: rows ?? 0, rows: formatShort(rows) });
