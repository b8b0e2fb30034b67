import type { BatchLine } from '../contract/streaming';
import { waitUntil } from '../pipeline/wait-until';
import { failed } from '../contract/failure';
import type { DrainReport } from './bench-report';
import { BenchSession, type BenchPlace } from './bench-session';
import { watchLoad, type LoadWatch } from './watch-load';

/** Faster than any disk takes them: the producer sends one batch after the other. */
const asFastAsItGoes = 1_000_000;
const preloadDeadlineMs = 900_000;

/** Ends the job, and sends so many records that nobody reads; leaves the pipeline for the stop. */
export async function preload(
  session: BenchSession,
  records: number,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  await session.parts.streamingJob.stop();
  await send(session, records, say, signal);
  await session.parts.producer.stop();
}

/** Sends as fast as it goes until so many more records are acknowledged. */
async function send(
  { parts: { producer } }: BenchSession,
  records: number,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const target = producer.read().acknowledged + records;
  producer.setRate(asFastAsItGoes);
  let saidAt = 0;
  await waitUntil(
    () => {
      const { acknowledged } = producer.read();
      if (acknowledged - saidAt >= 100_000) {
        saidAt = acknowledged;
        say(`Preloading: ${(target - acknowledged).toLocaleString('en')} records to go…`);
      }
      return acknowledged >= target;
    },
    {
      intervalMs: 20,
      deadlineMs: preloadDeadlineMs,
      signal,
      onDeadline: () => failed('REQUEST_CANCELLED', { request: 'preloading the topic' }),
    },
  );
}

/**
 * Holds the session's running job while so many records are sent, lets it go, and waits until every
 * layer holds all of it. Null where a process cannot be held (Windows knows no SIGSTOP).
 */
export async function measureDrainOfRunning(
  session: BenchSession,
  records: number,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<DrainReport | null> {
  if (process.platform === 'win32') return null;
  await session.pauseAndDrain();
  const { status } = session.parts.streamingJob;
  if (status.state !== 'running') throw failed('PIPELINE_NOT_RUNNING', {});
  const before = session.batches.length;
  process.kill(status.pid, 'SIGSTOP');
  try {
    await send(session, records, say, signal);
    session.pause();
  } finally {
    process.kill(status.pid, 'SIGCONT');
  }
  say('Draining…');
  const watch = watchLoad(session.parts);
  await session.drain();
  return drainReport(session.batches.slice(before), watch);
}

/** Starts on a preloaded topic and waits until every layer holds all of it. */
export async function measureDrain(
  place: BenchPlace,
): Promise<{ report: DrainReport; session: BenchSession }> {
  const session = await BenchSession.open(place, 0.5);
  const watch = watchLoad(session.parts);
  await session.start();
  await session.pauseAndDrain();
  return { session, report: drainReport(session.batches, watch) };
}

/** Of the large batches: the few records of a producer that goes on are not what is drained. */
function drainReport(all: readonly BatchLine[], watch: LoadWatch): DrainReport {
  const { load } = watch.end();
  const batches = all.filter(({ rows }) => rows.input > 1_000);
  const whole = paceOf(batches);
  if (!whole) throw failed('STREAMING_BEHIND', { pending: null, seconds: 0 });
  const half = paceOf(batches.slice(Math.floor(batches.length / 2))) ?? whole;
  return {
    ...whole,
    recordsPerSecond: Math.round(whole.records / whole.seconds),
    settledRecordsPerSecond: Math.round(half.records / half.seconds),
    load,
  };
}

/** From the begin of the first batch to the end of the last; null without batches. */
function paceOf(batches: readonly BatchLine[]): { records: number; seconds: number } | null {
  const first = batches[0];
  const last = batches.at(-1);
  if (!first || !last) return null;
  return {
    records: batches.reduce((sum, { rows }) => sum + rows.input, 0),
    seconds: (last.atMs - first.atMs + (first.durationMs['total'] ?? 0)) / 1000,
  };
}
