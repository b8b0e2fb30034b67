import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { sayEvent } from './contract/event-sentences';
import type { ServiceName, ServiceStatus } from './contract/service';
import type { BatchLine } from './contract/streaming';
import type { EventLog } from './event-log';
import { anyPorts, choosePorts } from './pipeline/broker-ports';
import { localParts, type LocalPipeline } from './pipeline/local-parts';
import { logServiceStatus } from './pipeline/log-service-status';
import { Pipeline, type PipelinePhase } from './pipeline/pipeline';
import type { ChosenJob } from './settings/chosen-job';
import type { DataPaths, Installation } from './settings/paths';
import { followStreamingJob } from './streaming/follow-streaming-job';
import { JobCommands } from './streaming/job-commands';
import { ChildService } from './supervisor/child-service';
import { ClassArchiver } from './supervisor/class-archiver';
import { yieldToOthers } from './supervisor/yield-to-others';

export interface PipelinePlace {
  readonly installation: Installation;
  readonly paths: DataPaths;
  readonly packs: LocalPipeline['packs'];
  readonly log: EventLog;
  readonly job: ChosenJob;
  /** The broker's port; `any`: one of the system's choice, null: the usual or the next free one. */
  readonly ports: 'any' | number | null;
  /** How long the broker may take to answer; null: as usual. */
  readonly answerWithinMs: number | null;
  /** The state of a part is another one than before. */
  readonly onChange: () => void;
  readonly onBatch: (line: BatchLine) => void;
  readonly onPhase: (phase: PipelinePhase) => void;
}

/** Broker and streaming job as services of this process, and the pipeline that starts them in order. */
export function openPipeline(place: PipelinePlace): {
  readonly broker: ChildService;
  readonly streamingJob: ChildService;
  readonly pipeline: Pipeline;
  readonly jobCommands: JobCommands;
  /** Where Spark serves its own pages; null while it does not. */
  readSparkUi(): string | null;
} {
  const { installation, paths, packs, log } = place;
  const onStatusOf = (service: ServiceName) => {
    const logStatus = logServiceStatus(log, service);
    return (status: ServiceStatus) => {
      logStatus(status);
      place.onChange();
    };
  };
  const statesByPack = new Map(packs.map((each) => [each.pack.pack, each.streaming]));
  const broker = new ChildService('broker', { paths, onStatus: onStatusOf('broker') });
  const jobCommands = new JobCommands((line) => streamingJob.send(line));
  const onJobStatus = onStatusOf('streamingJob');
  let sparkUi: string | null = null;
  const streamingJob: ChildService = new ChildService('streamingJob', {
    paths,
    onStatus: (status) => {
      if (status.state !== 'running') jobCommands.lose();
      // It works hard for long. Not before: somebody waits for the start.
      else yieldToOthers(status.pid);
      onJobStatus(status);
    },
    onStarting: () => {
      sparkUi = null;
      packs.forEach((each) => each.streaming.reset());
    },
    onLine: followStreamingJob(statesByPack, log, {
      batch: place.onBatch,
      answer: (answer) => jobCommands.take(answer),
      sparkUi: (address) => (sparkUi = address),
    }),
  });
  const classArchiver = new ClassArchiver(
    join(installation.jarsFolder, 'job'),
    installation.javaEnvironment,
    (name) => log.info('supervisor', sayEvent('startQuicker', { service: name })),
  );
  const pipeline = new Pipeline(
    localParts({
      installation,
      paths,
      packs,
      job: place.job,
      answerWithinMs: place.answerWithinMs,
      cores: Math.min(4, Math.max(2, availableParallelism())),
      broker,
      streamingJob,
      classArchiver,
      choosePorts: () => (place.ports === 'any' ? anyPorts() : choosePorts(log, place.ports)),
    }),
    (phase) => {
      place.onPhase(phase);
      place.onChange();
    },
  );
  const readSparkUi = () => (streamingJob.status.state === 'running' ? sparkUi : null);
  return { broker, streamingJob, pipeline, jobCommands, readSparkUi };
}
