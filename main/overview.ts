import type { Overview } from './contract/api';
import type { TableName, TableSummary } from './contract/delta';
import type { PipelineStatus } from './contract/pipeline';
import type { ComponentHealth } from './contract/service';
import {
  checkOtherQueries,
  checkProducer,
  checkQuery,
  checkStreamingJob,
  checkTables,
} from './health/component-checks';
import type { BrokerWatch } from './health/broker-watch';
import { worstComponent } from './health/overall-health';
import type { RecordProducer } from './kafka/record-producer';
import type { Pipeline } from './pipeline/pipeline';
import type { RunningPack } from './pipeline/running-pack';
import type { SampleLakehouse } from './sample/sample-lakehouse';
import type { StreamingState } from './streaming/streaming-state';
import type { ChildService } from './supervisor/child-service';
import type { TableSummaries } from './reading/table-summaries';

/** What the overview is read from. */
export interface OverviewParts {
  readonly pack: string;
  readonly headlineTable: TableName;
  readonly pipeline: Pipeline;
  readonly broker: ChildService;
  readonly streamingJob: ChildService;
  /** Where Spark serves its own pages; null while it does not. */
  readonly readSparkUi: () => string | null;
  readonly producer: RecordProducer;
  readonly streaming: StreamingState;
  readonly brokerWatch: BrokerWatch;
  readonly tables: TableSummaries;
  readonly sample: SampleLakehouse;
  readonly alongside: readonly RunningPack[];
}

/** Those of the sample while it is open. */
const shownTables = ({ sample, tables }: OverviewParts): readonly TableSummary[] =>
  sample.shown?.tables ?? tables.read();

function readComponents(parts: OverviewParts, nowMs: number): ComponentHealth[] {
  return [
    ...parts.brokerWatch.components,
    checkProducer(parts.producer.read(), nowMs),
    checkStreamingJob(parts.streamingJob.status, nowMs),
    checkQueries(parts, nowMs),
    checkTables(shownTables(parts)),
  ];
}

/** The shown pack's query, unless it is well and that of another pack is not. */
function checkQueries({ streaming, alongside }: OverviewParts, nowMs: number): ComponentHealth {
  const shown = checkQuery(streaming.read(nowMs), nowMs);
  if (shown.health === 'degraded') return shown;
  return (
    checkOtherQueries(
      alongside.map((one) => ({ pack: one.pack.pack, status: one.streaming.read(nowMs) })),
    ) ?? shown
  );
}

/** The pipeline's status: running with a part that is not healthy reads as degraded. */
export function readPipelineStatus(parts: OverviewParts, nowMs: number): PipelineStatus {
  const { state, sinceMs, step, failure } = parts.pipeline.phase;
  const components = readComponents(parts, nowMs);
  const worst = state === 'running' ? worstComponent(components) : null;
  return {
    state: worst ? 'degraded' : state,
    sinceMs,
    step,
    reason: worst ? `${worst.component}: ${worst.answer}` : null,
    failure,
    pack: parts.sample.shown?.manifest.pack ?? parts.pack,
    bootstrapServers: parts.brokerWatch.bootstrapServers,
    sparkUi: parts.readSparkUi(),
    services: { broker: parts.broker.status, streamingJob: parts.streamingJob.status },
    components,
  };
}

/** Everything that the status block and the window's strip show, at one moment. */
export function readOverview(parts: OverviewParts, nowMs = Date.now()): Overview {
  return {
    pipeline: readPipelineStatus(parts, nowMs),
    producer: parts.producer.read(),
    lag: parts.brokerWatch.lag,
    streaming: parts.streaming.read(nowMs),
    tables: [...shownTables(parts)],
    headlineTables: parts.sample.shown ? {} : readHeadlineTables(parts),
    lakehouse: parts.sample.shown ? 'sample' : 'own',
    alongside: parts.alongside.map(({ pack, producer, brokerWatch, streaming }) => ({
      pack: pack.pack,
      producer: producer.read(),
      lag: brokerWatch.lag,
      streaming: streaming.read(nowMs),
    })),
  };
}

const readHeadlineTables = ({ pack, headlineTable, alongside }: OverviewParts) =>
  Object.fromEntries([
    [pack, headlineTable],
    ...alongside.map((one) => [one.pack.pack, one.pack.headline.revenueTable] as const),
  ]);
