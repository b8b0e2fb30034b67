import { waitUntil } from '../pipeline/wait-until';
import { failed } from '../contract/failure';
import type { DrainReport } from './bench-report';
import { BenchSession, type BenchPlace } from './bench-session';
import { watchLoad } from './watch-load';

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
  const { producer, streamingJob } = session.parts;
  await streamingJob.stop();
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
  await producer.stop();
}

/** Starts on a preloaded topic and waits until every layer holds all of it. */
export async function measureDrain(
  place: BenchPlace,
): Promise<{ report: DrainReport; session: BenchSession }> {
  const session = await BenchSession.open(place, 0.5);
  const watch = watchLoad(session.parts);
  await session.start();
  await session.pauseAndDrain();
  const { load } = watch.end();
  const batches = session.batches.filter(({ rows }) => rows.input > 1_000);
  const first = batches[0];
  const last = batches.at(-1);
  if (!first || !last) throw failed('STREAMING_BEHIND', { pending: null, seconds: 0 });
  const records = batches.reduce((sum, { rows }) => sum + rows.input, 0);
  const seconds = (last.atMs - first.atMs + (first.durationMs['total'] ?? 0)) / 1000;
  const half = batches.slice(Math.floor(batches.length / 2));
  const halfSeconds = (last.atMs - half[0]!.atMs + (half[0]!.durationMs['total'] ?? 0)) / 1000;
  const halfRecords = half.reduce((sum, { rows }) => sum + rows.input, 0);
  return {
    session,
    report: {
      records,
      seconds,
      recordsPerSecond: Math.round(records / seconds),
      settledRecordsPerSecond: Math.round(halfRecords / halfSeconds),
      load,
    },
  };
}
