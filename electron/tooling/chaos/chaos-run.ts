import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServiceName } from '../../../main/contract/service';
import type { StreamPack } from '../../../main/contract/stream-pack';
import { findGenerator } from '../../../main/generate/find-generator';
import { RecordProducer } from '../../../main/kafka/record-producer';
import { loadPack } from '../../../main/settings/load-pack';
import { dataPaths, type DataPaths } from '../../../main/settings/paths';
import { TableReading } from '../../../main/reading/table-reading';
import { ControlProcess } from './control-process';
import { MixedEvents } from './mixed-events';
import { copyInstallation, type PrivateInstallation } from './private-installation';
import { until } from './until';

const packName = 'sales';
const ratePerSecond = 500;
/** After five restarts within two minutes a service is given up; one in order counts anew. */
const mostLosses = 4;

/** What a run is made of, all of it in one temporary folder. */
interface ChaosParts {
  readonly folder: string;
  readonly installation: PrivateInstallation;
  readonly paths: DataPaths;
  readonly pack: StreamPack;
  readonly reading: TableReading;
  readonly events: MixedEvents;
}

/** A real pipeline under a control process of its own, fed and read from here. */
export class ChaosRun {
  private control: ControlProcess | null = null;
  private bootstrapServers = '';
  private losses: ServiceName[] = [];

  private constructor(readonly parts: ChaosParts) {}

  /** Prepares a folder of its own and starts the pipeline, without a producer. */
  static async start(seed: number): Promise<ChaosRun> {
    const folder = mkdtempSync(join(tmpdir(), 'deltadesk-chaos-'));
    const installation = copyInstallation(join(folder, 'app'), packName);
    const { pack, folder: packFolder } = loadPack(installation.resourcesFolder, packName);
    const paths = dataPaths(join(folder, 'lake house'));
    mkdirSync(paths.dataFolder);
    const reading = await TableReading.open({ paths, pack, packFolder });
    const events = new MixedEvents(seed, findGenerator(pack, packFolder, seed), pack);
    const run = new ChaosRun({ folder, installation, paths, pack, reading, events });
    try {
      await run.startControl();
      return run;
    } catch (error) {
      await run.close();
      throw error;
    }
  }

  /** The living control process. */
  get center(): ControlProcess {
    if (!this.control) throw new Error('no control process runs');
    return this.control;
  }

  /** File of orders for the job's crash drill. */
  get crashDrill(): string {
    return join(this.parts.folder, 'crash-drill');
  }

  /** Starts a control process, and broker and job under it. */
  async startControl(): Promise<void> {
    const { installation, paths } = this.parts;
    const { program } = installation;
    const { dataFolder } = paths;
    this.control = await ControlProcess.start({
      program,
      dataFolder,
      crashDrill: this.crashDrill,
    });
    this.bootstrapServers = await this.control.startPipeline();
    this.losses = [];
  }

  /** A producer of so many mixed events over the data folder's record; one at a time may send. */
  makeProducer(count: number): RecordProducer {
    const { pack, paths, events } = this.parts;
    const options = {
      topic: pack.topic.name,
      partitions: pack.topic.partitions,
      ratePerSecond,
      count,
      recordFolder: paths.producerRecord(pack.pack),
      onFailure: () => undefined,
    };
    return new RecordProducer(options, events, () => undefined);
  }

  /** Lets a producer begin, or go on where it was stopped. */
  startProducer(producer: RecordProducer): Promise<void> {
    return producer.start(this.bootstrapServers);
  }

  /** Sends so many events now, and waits for the answers. */
  async produce(count: number): Promise<void> {
    const producer = this.makeProducer(count);
    await this.startProducer(producer);
    await untilProduced(producer, count);
  }

  /** Waits until the job runs and has processed every record of the topic. */
  async untilIdle(): Promise<void> {
    await until('every record is processed', async () => {
      const isRunning = (await this.center.pidOf('streamingJob')) !== null;
      return isRunning && (await this.center.ask('lag.read', {})).lag === 0 ? true : undefined;
    });
  }

  /** Notes that a service was killed; one that was killed often is restarted in order. */
  async noteLoss(service: ServiceName): Promise<void> {
    this.losses.push(service);
    if (this.losses.filter((each) => each === service).length < mostLosses) return;
    await this.untilIdle();
    await this.center.ask('part.restart', { part: service });
    this.losses = this.losses.filter((each) => each !== service);
  }

  /** The broker's log end offsets. */
  async logEndOffsets(): Promise<Record<string, number>> {
    const { partitions } = await this.center.ask('lag.read', {});
    return Object.fromEntries(
      partitions.map(({ partition, logEndOffset }) => [partition, logEndOffset ?? NaN]),
    );
  }

  /** Ends the pipeline in order; the tables stay. */
  async stop(): Promise<void> {
    await this.control?.quit();
    this.control = null;
  }

  /** Ends everything and removes the folder. */
  async close(): Promise<void> {
    await this.stop();
    await this.parts.reading.close();
    rmSync(this.parts.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Waits until a producer of so many events has ended by itself. */
export async function untilProduced(producer: RecordProducer, count: number): Promise<void> {
  await until('all events are produced', () => {
    const { produced, state } = producer.read();
    return produced === count && state === 'stopped' ? true : undefined;
  });
}
