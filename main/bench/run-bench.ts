import { availableParallelism, totalmem } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { BenchReport, DrainReport, LatencyReport, ProcessLoad } from './bench-report';
import { BenchSession, type BenchPlace } from './bench-session';
import { measureDrain, measureDrainOfRunning, preload } from './measure-drain';
import { measureLatencyAt } from './measure-latency';
import { measureTableFiles } from './table-files';
import { watchLoad } from './watch-load';

export interface BenchOptions {
  /** Of each rate. */
  readonly seconds: number;
  readonly ratesPerSecond: readonly number[];
  /** Records of the drain; 0 = leave it out. */
  readonly drainRecords: number;
  readonly chartQuery: string;
  readonly java: string;
}

/** The JVMs' compilers work on what the start has run for most of a minute. */
const idleSettlesMs = 60_000;
const idleMs = 30_000;

/**
 * Measures a new data folder from its first start to its last stop: the first row cold, then with the
 * class archives that every later start has: the first row, the idle load, latency at each rate and
 * the drain of a running job; last the drain of a job that starts. The pipeline is stopped whatever
 * happens.
 */
export async function runBench(
  place: BenchPlace,
  options: BenchOptions,
  say: (text: string) => void,
): Promise<BenchReport> {
  say('Starting in a new data folder…');
  const cold = await withSession(place, options.ratesPerSecond[0] ?? 1, async (session) => {
    const firstRowMs = await session.start();
    say('Writing class archives…');
    await session.untilClassArchives();
    return firstRowMs;
  });
  say('Starting again…');
  const latency: LatencyReport[] = [];
  let running: DrainReport | null = null;
  let idle: ProcessLoad[] | null = null;
  const warm = await withSession(place, 10, async (session) => {
    const firstRowMs = await session.start();
    say('Idle…');
    await session.pauseAndDrain();
    await delay(idleSettlesMs, undefined, { signal: place.signal });
    const watch = watchLoad(session.parts);
    await delay(idleMs, undefined, { signal: place.signal });
    idle = watch.end().load;
    for (const rate of options.ratesPerSecond) {
      say(`Latency at ${rate} records/s for ${options.seconds} s…`);
      latency.push(
        await measureLatencyAt(session, options.chartQuery, rate, options.seconds, place.signal),
      );
    }
    if (options.drainRecords > 0) {
      running = await measureDrainOfRunning(session, options.drainRecords, say, place.signal);
      await preload(session, options.drainRecords, say, place.signal);
    }
    return firstRowMs;
  });
  say(options.drainRecords > 0 ? 'Draining…' : 'Verifying…');
  const last =
    options.drainRecords > 0
      ? await measureDrain(place)
      : { report: null, session: await BenchSession.open(place, 1) };
  const { reading, brokerWatch } = last.session.parts;
  try {
    const report = await reading.verify(() => brokerWatch.logEndOffsets().catch(() => null));
    const files = await measureTableFiles(reading.lake);
    return {
      pack: place.pack,
      cores: availableParallelism(),
      memoryBytes: totalmem(),
      java: options.java,
      firstRowMs: { cold: cold.value, warm: warm.value },
      latency,
      idle,
      drain: last.report && { running, started: last.report },
      stopMs: Math.max(cold.stopMs, warm.stopMs),
      files,
      ledger: report.ok ? 'ok' : 'broken',
    };
  } finally {
    await last.session.stop();
  }
}

async function withSession<T>(
  place: BenchPlace,
  ratePerSecond: number,
  use: (session: BenchSession) => Promise<T>,
): Promise<{ value: T; stopMs: number }> {
  const session = await BenchSession.open(place, ratePerSecond);
  let stopMs = 0;
  try {
    const value = await use(session);
    stopMs = await session.stop();
    return { value, stopMs };
  } finally {
    await session.stop();
  }
}
