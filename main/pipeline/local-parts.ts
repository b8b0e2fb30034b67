import { failed, toFailure } from '../contract/failure';
import type { AdminSession } from '../kafka/admin-session';
import { brokerProbe } from '../kafka/broker-probe';
import { brokerArchive, planBroker } from '../kafka/broker-spec';
import type { ChosenJob } from '../settings/chosen-job';
import { prepareDataFolder } from '../settings/data-folder';
import { requireFitDisk } from '../settings/data-folder-disk';
import { usualAnswerMs } from '../settings/kafka-settings';
import type { DataPaths, Installation } from '../settings/paths';
import type { ChildService } from '../supervisor/child-service';
import type { ClassArchiver } from '../supervisor/class-archiver';
import { requireFreePorts, type ChosenPorts } from '../supervisor/ports';
import { streamingJobArchive, streamingJobSpec } from '../streaming/streaming-job-spec';
import { keepToTopics, renamedTopics } from './keep-to-topics';
import { makeTopics } from './make-topics';
import type { PipelineParts } from './pipeline-parts';
import type { RunningPack } from './running-pack';
import { waitUntil } from './wait-until';

/** What this machine's pipeline is made of. */
export interface LocalPipeline {
  readonly installation: Installation;
  readonly paths: DataPaths;
  /** A query each in one job; the first one is shown. */
  readonly packs: readonly [RunningPack, ...RunningPack[]];
  readonly cores: number;
  readonly job: ChosenJob;
  /** How long a started broker may take to answer. */
  readonly answerWithinMs?: number | null;
  readonly broker: ChildService;
  readonly streamingJob: ChildService;
  readonly classArchiver: ClassArchiver;
  choosePorts(): Promise<ChosenPorts>;
}

const firstBatchDeadlineMs = 120_000;
/** Ports that vanish under a start so often are no accident. */
const mostPortTries = 3;

/** The steps of a pipeline whose broker and job are children of this process. */
export function localParts(local: LocalPipeline): PipelineParts {
  const { installation, paths, packs, broker, streamingJob, classArchiver } = local;
  const [shown] = packs;
  const definitions = packs.map(({ pack }) => pack);
  let ports: ChosenPorts | null = null;
  let session: AdminSession | null = null;
  const chosenPorts = () => {
    if (!ports) throw failed('INTERNAL', { reason: 'no port was chosen before the broker' });
    return ports;
  };
  const bootstrapServers = () => `127.0.0.1:${chosenPorts().port}`;
  const brokerSession = () => {
    if (!session) throw failed('PIPELINE_NOT_RUNNING');
    return session;
  };

  /** On the chosen ports; `PORT_BUSY` when another program took one since they were looked at. */
  const beginBroker = async (signal: AbortSignal) => {
    const probeOf = (clusterId: string) => brokerProbe(bootstrapServers(), clusterId);
    const wish = { ...chosenPorts(), answerWithinMs: local.answerWithinMs ?? usualAnswerMs };
    const plan = await planBroker(installation, paths, wish, probeOf, signal);
    signal.throwIfAborted();
    try {
      await broker.start(plan.spec);
    } catch (error) {
      // Our broker is gone by now: who listens there is another one.
      if (!signal.aborted) await requireFreePorts(chosenPorts());
      throw error;
    }
    const sessions = packs.map((each) =>
      each.brokerWatch.begin(bootstrapServers(), plan.clusterId),
    );
    session = sessions[0] ?? null;
  };

  const stopProducers = () => Promise.all(packs.map(({ producer }) => producer.stop()));

  const parts: PipelineParts = {
    checkFolders: async () => {
      await installation.requirePrograms?.();
      await prepareDataFolder(paths.dataFolder);
      await requireFitDisk(paths.dataFolder);
      await keepToTopics(installation.resourcesFolder, paths, definitions);
    },
    choosePort: async () => {
      ports = await local.choosePorts();
    },
    startBroker: async (signal) => {
      for (let tries = 1; ; tries += 1) {
        try {
          return await beginBroker(signal);
        } catch (error) {
          if (toFailure(error).code !== 'PORT_BUSY' || tries === mostPortTries) throw error;
          ports = await local.choosePorts();
        }
      }
    },
    ensureTopics: async (signal) => {
      await makeTopics(brokerSession(), definitions, signal);
      packs.forEach((each) => each.brokerWatch.beginLag());
    },
    startStreamingJob: async () => {
      const spec = streamingJobSpec(installation, paths, {
        packFolders: packs.map(({ sourceFolder }) => sourceFolder),
        parameters: packs.flatMap(({ pack }) => Object.entries(pack.parameters)),
        topics: renamedTopics(installation.resourcesFolder, definitions),
        bootstrapServers: bootstrapServers(),
        cores: local.cores,
        ...local.job,
        workedAtMs: () =>
          Math.max(...packs.map(({ streaming }) => streaming.read(Date.now()).lastReportAtMs ?? 0)),
        probe: async () => {
          // Another pack than the shown one that has failed keeps no other down: the log tells it.
          const waiting = packs.find(
            (each) => !each.streaming.isReady && (each === shown || !each.streaming.failure),
          );
          if (!waiting) return;
          throw new Error(`the query ${waiting.pack.pack} has not resolved its offsets`);
        },
      });
      try {
        await streamingJob.start(spec);
      } catch (error) {
        // What the job itself said of its end tells more than its exit code.
        const { lastLogLines } = toFailure(error);
        const said = packs.map(({ streaming }) => streaming.failure).find((each) => each !== null);
        throw said ? failed(said.code, { message: said.message }, lastLogLines) : error;
      }
    },
    startProducer: async () => {
      await Promise.all(packs.map(({ producer }) => producer.start(bootstrapServers())));
    },
    // The batch that Spark runs over a still empty topic proves nothing.
    waitForFirstBatch: async (signal) => {
      const hasRows = () => {
        shown.streaming.throwIfFailed();
        return shown.streaming.read(Date.now()).rows.input > 0;
      };
      await waitUntil(hasRows, {
        intervalMs: 50,
        deadlineMs: firstBatchDeadlineMs,
        signal,
        onDeadline: () =>
          failed('SERVICE_NOT_READY', {
            service: 'streamingJob',
            deadlineMs: firstBatchDeadlineMs,
            reason: 'no micro-batch was committed',
          }),
      });
      classArchiver.start([
        streamingJobArchive(installation, paths),
        brokerArchive(installation, paths),
      ]);
    },
    restart: async (part, signal) => {
      switch (part) {
        case 'producer':
          await stopProducers();
          return parts.startProducer(signal);
        case 'streamingJob':
          await streamingJob.stop();
          signal.throwIfAborted();
          return parts.startStreamingJob(signal);
        case 'broker':
          await parts.stopBroker();
          signal.throwIfAborted();
          // The same ports: the job and the producer know no other address.
          await beginBroker(signal);
          return parts.ensureTopics(signal);
      }
    },
    stopProducer: async () => {
      await Promise.all([stopProducers(), classArchiver.stop()]);
    },
    // One request: the job ends its batch, then itself.
    askStreamingJobToStop: () => streamingJob.stop(),
    stopStreamingJob: () => streamingJob.stop(),
    stopBroker: async () => {
      session = null;
      await Promise.all(packs.map((each) => each.brokerWatch.end()));
      await broker.stop();
    },
  };
  return parts;
}
