import { setTimeout as delay } from 'node:timers/promises';
import type { LatencyReport } from './bench-report';
import type { BenchSession } from './bench-session';
import { medianByTenth, quantiles } from './quantiles';
import { watchLoad } from './watch-load';

/** How often a reader asks meanwhile: a window does so when a table has changed. */
const readerIntervalMs = 1_000;

/**
 * End-to-end latency at a steady rate, read from the tables: each record's broker timestamp against
 * the commit of the last aggregate. A reader asks the pack's chart query every second meanwhile;
 * compaction and log checkpoints run as they do every day.
 */
export async function measureLatencyAt(
  session: BenchSession,
  chartQuery: string,
  ratePerSecond: number,
  seconds: number,
  signal: AbortSignal,
): Promise<LatencyReport> {
  const { producer, reading } = session.parts;
  producer.setRate(ratePerSecond);
  const producedBefore = producer.read().produced;
  const silverVersion = await reading.silverVersion();
  const batchesBefore = session.batches.length;
  const watch = watchLoad(session.parts);
  const reader = setInterval(
    () => void reading.runQuery(chartQuery).catch(() => undefined),
    readerIntervalMs,
  );
  try {
    await delay(seconds * 1000, undefined, { signal });
  } finally {
    clearInterval(reader);
  }
  const { load, eventLoopDelayMs } = watch.end();
  const records = producer.read().produced - producedBefore;
  const totals = session.batches
    .slice(batchesBefore)
    .map(({ durationMs }) => durationMs['total'] ?? 0);
  await session.pauseAndDrain();
  return {
    ratePerSecond,
    seconds,
    records,
    latencyMs: await reading.measureLatency(silverVersion),
    batchMs: quantiles(totals),
    batchMsByTenth: medianByTenth(totals),
    eventLoopDelayMs,
    load,
  };
}
