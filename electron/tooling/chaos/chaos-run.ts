import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ServiceName } from '../../../main/contract/service';
import { AdminSession } from '../../../main/kafka/admin-session';
import { readTopicOffsets } from '../../../main/kafka/topic-offsets';
import { dataPaths, type DataPaths } from '../../../main/settings/paths';
import { chaosProducer, openChaosStream, type ChaosPack, type ChaosStream } from './chaos-stream';
import { ControlProcess } from './control-process';
import { copyInstallation, type PrivateInstallation } from './private-installation';
import { Production } from './production';
import { until } from './until';

/** After five restarts within two minutes a service is given up; one in order counts anew. */
const mostLosses = 4;

/** How a run is made. */
export interface ChaosOptions {
  readonly seed: number;
  /** One query each in one job; the first is the one that is shown. */
  readonly packs: readonly ChaosPack[];
  /** What moves the clock of the processes; null: only that of the events is moved. */
  readonly fakedTime: string | null;
}

/** What a run is made of, all of it in one temporary folder. */
interface ChaosParts {
  readonly folder: string;
  readonly installation: PrivateInstallation;
  readonly paths: DataPaths;
  readonly streams: readonly ChaosStream[];
}

/** A real pipeline under a control process of its own, fed and read from here. */
export class ChaosRun {
  private control: ControlProcess | null = null;
  private bootstrapServers = '';
  private admin: AdminSession | null = null;
  private losses: ServiceName[] = [];
  /** What the clock of the run is ahead of the true one. */
  private clockOffsetMs = 0;

  private constructor(
    readonly parts: ChaosParts,
    private readonly options: ChaosOptions,
  ) {}

  /** Prepares a folder of its own and starts the pipeline, without a producer. */
  static async start(options: ChaosOptions): Promise<ChaosRun> {
    const { seed, packs } = options;
    const folder = mkdtempSync(join(tmpdir(), 'deltadesk-chaos-'));
    const installation = await copyInstallation(join(folder, 'app'), packs);
    const paths = dataPaths(join(folder, 'lake house'));
    mkdirSync(paths.dataFolder);
    const place = { resourcesFolder: installation.resourcesFolder, paths, seed };
    const streams = await Promise.all(packs.map((name) => openChaosStream(name, place)));
    const run = new ChaosRun({ folder, installation, paths, streams }, options);
    try {
      await run.startControl();
      await run.untilBegun();
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

  /** The pack that is shown. */
  get shown(): ChaosStream {
    return this.parts.streams[0]!;
  }

  /** File of orders for the job's crash drill. */
  get crashDrill(): string {
    return join(this.parts.folder, 'crash-drill');
  }

  /** What the clock of the processes shows, epoch ms; null where theirs is not moved. */
  get systemTimeMs(): number | null {
    return this.options.fakedTime === null ? null : Date.now() + this.clockOffsetMs;
  }

  /** Starts a control process, and broker and job under it. */
  async startControl(): Promise<void> {
    const { installation, paths, streams } = this.parts;
    const { fakedTime } = this.options;
    this.control = await ControlProcess.start({
      program: installation.program,
      dataFolder: paths.dataFolder,
      alongside: streams.slice(1).map(({ pack }) => pack.pack),
      crashDrill: this.crashDrill,
      clock: fakedTime === null ? null : { library: fakedTime, offsetMs: this.clockOffsetMs },
    });
    this.bootstrapServers = await this.control.startPipeline();
    await this.admin?.close();
    this.admin = new AdminSession(this.bootstrapServers);
    this.losses = [];
  }

  /** Moves the clock of the events at once, and that of the processes at their next start. */
  moveClock(byMs: number): void {
    this.clockOffsetMs += byMs;
    for (const { events } of this.parts.streams) {
      events.moveClock(this.clockOffsetMs, this.options.fakedTime !== null);
    }
  }

  /** Producers of all packs; so many events of the pack that is shown, of the others their share. */
  makeProduction(events: number): Production {
    const { streams, paths } = this.parts;
    return new Production(
      streams.map((stream) => {
        const count = Math.round(events * stream.share);
        return { producer: chaosProducer(stream, paths, count), count };
      }),
    );
  }

  /** Lets producers begin, or go on where they were stopped. */
  startProduction(production: Production): Promise<void> {
    return production.start(this.bootstrapServers);
  }

  /** Sends so many events now, and waits for the answers. */
  async produce(production: Production): Promise<void> {
    await this.startProduction(production);
    await production.untilDone();
  }

  /** Waits until the job runs and has processed every record of every topic. */
  async untilIdle(): Promise<void> {
    await until('every record is processed', async () => {
      if ((await this.center.pidOf('streamingJob')) === null) return undefined;
      const { streaming, alongside } = await this.center.ask('overview.read', {});
      const read = [streaming, ...alongside.map((each) => each.streaming)];
      for (const [index, stream] of this.parts.streams.entries()) {
        const ends = await this.logEndOffsets(stream);
        if (!isDeepStrictEqual(read[index]?.endOffsets, ends)) return undefined;
      }
      return true;
    });
  }

  /** Notes that a service was killed; one that was killed often is restarted in order. */
  async noteLoss(service: ServiceName): Promise<void> {
    this.losses.push(service);
    if (this.losses.filter((each) => each === service).length >= mostLosses) {
      await this.restart(service);
    }
  }

  /** Restarts a service in order, once all is processed: its losses count anew. */
  async restart(service: ServiceName): Promise<void> {
    await this.untilIdle();
    await this.center.ask('part.restart', { part: service });
    this.losses = this.losses.filter((each) => each !== service);
  }

  /** The broker's log end offsets of a pack's topic. */
  async logEndOffsets({ pack }: ChaosStream): Promise<Record<string, number>> {
    if (!this.admin) throw new Error('no broker runs');
    const offsets = await this.admin.ask((admin) => readTopicOffsets(admin, pack.topic.name));
    return Object.fromEntries(
      offsets.map(({ partition, logEndOffset }) => [partition, logEndOffset]),
    );
  }

  /** Ends the pipeline in order; the tables stay. */
  async stop(): Promise<void> {
    await this.admin?.close();
    this.admin = null;
    await this.control?.quit();
    this.control = null;
  }

  /** Ends everything and removes the folder. */
  async close(): Promise<void> {
    await this.stop();
    await Promise.all(this.parts.streams.map(({ reading }) => reading.close()));
    rmSync(this.parts.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  /** A query that begins at the end of its topic must know that end before there are events. */
  private async untilBegun(): Promise<void> {
    const { paths, streams } = this.parts;
    const firstOffsets = streams.map(({ pack }) =>
      join(paths.checkpoint(pack.pack), 'sources', '0', '0'),
    );
    await until('every query knows where it begins', () =>
      firstOffsets.every((file) => existsSync(file)) ? true : undefined,
    );
  }
}
