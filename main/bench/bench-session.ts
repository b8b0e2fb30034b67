import { failed, FailureError } from '../contract/failure';
import type { BatchLine } from '../contract/streaming';
import { createControlCenter, type ControlCenter } from '../control-center';
import { brokerArchive } from '../kafka/broker-spec';
import { dataPaths, type Installation } from '../settings/paths';
import { streamingJobArchive } from '../streaming/streaming-job-spec';
import { isWritten } from '../supervisor/class-archive';
import { waitUntil } from '../pipeline/wait-until';

export interface BenchPlace {
  readonly dataFolder: string;
  readonly installation: Installation;
  readonly pack: string;
  readonly signal: AbortSignal;
}

/** One record in a day: connected, and silent. */
const hardlyAny = 1e-5;
const drainDeadlineMs = 900_000;
const archivesDeadlineMs = 300_000;

/** One start to one stop of the whole pipeline, with every batch line that the job prints. */
export class BenchSession {
  readonly batches: BatchLine[] = [];

  private constructor(
    readonly parts: ControlCenter['parts'],
    private readonly controlCenter: ControlCenter,
    private readonly place: BenchPlace,
    private readonly startedAtMs: number,
  ) {
    parts.streaming.onBatch = (line) => this.batches.push(line);
  }

  /** Opens the data folder; nothing runs yet. */
  static async open(place: BenchPlace, ratePerSecond: number): Promise<BenchSession> {
    const startedAtMs = Date.now();
    const controlCenter = await createControlCenter({
      dataFolder: place.dataFolder,
      installation: place.installation,
      host: 'none',
      startPipeline: false,
      pack: place.pack,
      producer: { ratePerSecond, seed: 1, count: null },
    });
    return new BenchSession(controlCenter.parts, controlCenter, place, startedAtMs);
  }

  /** Resolves with the milliseconds from `open` to the first Silver row. */
  async start(): Promise<number | null> {
    const { pipeline, streaming } = this.parts;
    await pipeline.start();
    if (pipeline.phase.failure) throw new FailureError(pipeline.phase.failure);
    this.place.signal.throwIfAborted();
    const at = streaming.firstSilverRowAtMs;
    return at === null ? null : at - this.startedAtMs;
  }

  /** Waits until the next start has class archives, which are written while the pipeline runs. */
  async untilClassArchives(): Promise<void> {
    const { dataFolder, installation } = this.place;
    const paths = dataPaths(dataFolder);
    const areWritten = () =>
      [streamingJobArchive(installation, paths), brokerArchive(installation, paths)].every(
        isWritten,
      );
    await waitUntil(areWritten, {
      intervalMs: 500,
      deadlineMs: archivesDeadlineMs,
      signal: this.place.signal,
      onDeadline: () => failed('REQUEST_CANCELLED', { request: 'writing the class archives' }),
    });
  }

  /** Sends nothing more. */
  pause(): void {
    this.parts.producer.setRate(hardlyAny);
  }

  /** Sends nothing more, and waits until all is committed that was sent. */
  async pauseAndDrain(): Promise<void> {
    this.pause();
    await this.drain();
  }

  /** Waits until the streaming query has committed all that the broker holds. */
  async drain(): Promise<void> {
    let lag: number | null = null;
    const look = () =>
      void this.parts.brokerWatch.readLag().then(
        (read) => (lag = read.lag),
        () => null,
      );
    await waitUntil(() => (look(), lag === 0), {
      intervalMs: 200,
      deadlineMs: drainDeadlineMs,
      signal: this.place.signal,
      onDeadline: () =>
        failed('STREAMING_BEHIND', { pending: lag, seconds: drainDeadlineMs / 1000 }),
    });
  }

  /** Stops everything; resolves with the milliseconds it took. */
  async stop(): Promise<number> {
    const fromMs = performance.now();
    await this.controlCenter.shutdown();
    return Math.round(performance.now() - fromMs);
  }
}
