import { setTimeout as delay } from 'node:timers/promises';
import { sayEvent } from '../contract/event-sentences';
import { failed, FailureError } from '../contract/failure';
import { runOnceSteps, type RunOnceDone, type RunOnceStep } from '../contract/run-once';
import type { EventLog } from '../event-log';
import type { History } from '../history/history';
import { RunOnceRecorder } from '../history/run-once-recorder';
import type { RecordProducer } from '../kafka/record-producer';
import type { RowCounts } from '../ledger/count-rows';
import type { TableReading } from '../reading/table-reading';
import type { RequestControl } from '../handlers/running-requests';
import { throwIfBroken, untilProcessed, type ProcessingParts } from './until-processed';

/** What of a living instance a run once needs. */
export interface RunOnceParts extends ProcessingParts {
  readonly reading: TableReading;
  readonly log: EventLog;
  readonly history: Pick<History, 'add'>;
  /** Its pack is what is sent. */
  readonly shown: { readonly pack: { readonly pack: string } };
  /** A producer that goes on with the record's numbers and ends after `count` events. */
  readonly makeProducer: (count: number) => RecordProducer;
}

type DoStep = <T>(name: RunOnceStep, work: () => Promise<T>) => Promise<T>;
const deadlineMs = 300_000;
const lookEveryMs = 50;

/**
 * Sends so many events and follows them through all layers; starts a pipeline that is stopped, holds
 * the pack's own producer, and leaves both as they were. Fails like a start, with `PIPELINE_BUSY`,
 * `STREAMING_BEHIND`, or `REQUEST_CANCELLED` when a stop came or `control` was aborted.
 */
export async function runOnce(
  parts: RunOnceParts,
  events: number,
  control: RequestControl,
): Promise<RunOnceDone> {
  const { pipeline, log } = parts;
  const beginMs = Date.now();
  const recorder = new RunOnceRecorder(parts.history, parts.shown.pack.pack, beginMs);
  const { steps } = recorder;
  const step: DoStep = async (name, work) => {
    const result = await recorder.step(name, work);
    control.onProgress((100 * steps.length) / runOnceSteps.length);
    return result;
  };
  const { state } = pipeline.phase;
  const isStopped = state === 'stopped' || state === 'failed';
  // What it started itself it also ends: a stop cancels a start and the work alike.
  if (isStopped) control.signal.addEventListener('abort', () => void pipeline.stop());
  try {
    await step('check', async () => {
      if (!isStopped) throwIfBroken(parts);
    });
    await step('start', async () => {
      if (isStopped) await pipeline.start('streamingJob');
      if (control.signal.aborted) throw cancelled();
      if (pipeline.phase.failure) throw new FailureError(pipeline.phase.failure);
    });
    const followed = await pipeline.whileRunning('A run once', (signal) =>
      holdProducer(parts, signal, () =>
        follow(parts, events, either(signal, control.signal), step),
      ),
    );
    const done = { events, ...followed, started: isStopped, steps, tookMs: Date.now() - beginMs };
    log.info('pipeline', sayEvent('runOnce', { bronze: done.bronze, silver: done.silver }));
    recorder.end();
    return done;
  } catch (error) {
    recorder.end(error);
    throw error;
  } finally {
    if (isStopped) await pipeline.stop();
  }
}

const cancelled = () => failed('REQUEST_CANCELLED', { request: 'The run once' });

/** Aborted with the first of the two. */
function either(one: AbortSignal, other: AbortSignal): AbortSignal {
  const both = new AbortController();
  for (const signal of [one, other]) {
    if (signal.aborted) both.abort();
    signal.addEventListener('abort', () => both.abort(), { once: true });
  }
  return both.signal;
}

/** Two producers on one record would give the same numbers twice. */
async function holdProducer<T>(
  { producer, brokerWatch }: RunOnceParts,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  const { state } = producer.read();
  if (state !== 'stopped') await producer.stop();
  try {
    return await work();
  } finally {
    const { bootstrapServers } = brokerWatch;
    if (state !== 'stopped' && !signal.aborted && bootstrapServers) {
      await producer.start(bootstrapServers);
      if (state === 'paused') producer.setPaused(true);
    }
  }
}

async function follow(parts: RunOnceParts, events: number, signal: AbortSignal, step: DoStep) {
  const { reading, brokerWatch } = parts;
  await untilProcessed(parts, { deadlineMs, signal });
  const before = await reading.countRows();
  const acknowledged = await step('send', () => send(parts, events, signal));
  const arrived = (rows: RowCounts) => countNew(before, rows);
  await step('bronze', () => untilRows(parts, signal, (rows) => arrived(rows).seen >= events));
  await step('silver', () => untilRows(parts, signal, (rows) => arrived(rows).decided >= events));
  await step('aggregates', () => untilProcessed(parts, { deadlineMs, signal }));
  return step('verify', async () => {
    const report = await reading.verify(() => brokerWatch.logEndOffsets());
    const { seen: _, decided: __, ...counts } = arrived(await reading.countRows());
    const finding = report.rules.find((rule) => !rule.passed)?.finding ?? null;
    const ledger = report.ok ? ('ok' as const) : ('broken' as const);
    return { acknowledged, ...counts, ledger, finding };
  });
}

/** Looks at the tables until `isSo` holds. */
async function untilRows(
  parts: RunOnceParts,
  signal: AbortSignal,
  isSo: (rows: RowCounts) => boolean,
): Promise<void> {
  for (const endMs = Date.now() + deadlineMs; ; await delay(lookEveryMs)) {
    if (isSo(await parts.reading.countRows())) return;
    if (signal.aborted) throw cancelled();
    throwIfBroken(parts);
    if (Date.now() > endMs) {
      throw failed('STREAMING_BEHIND', { pending: null, seconds: deadlineMs / 1000 });
    }
  }
}

/** Sends exactly so many; returns how many were acknowledged. */
async function send(
  { makeProducer, brokerWatch }: RunOnceParts,
  events: number,
  signal: AbortSignal,
): Promise<number> {
  const producer = makeProducer(events);
  try {
    await producer.start(brokerWatch.bootstrapServers ?? '');
    while (!producer.isComplete) {
      if (signal.aborted) throw cancelled();
      if (producer.failure) throw new FailureError(producer.failure);
      await delay(lookEveryMs);
    }
    return producer.read().acknowledged;
  } finally {
    await producer.stop();
  }
}

/** Rows since `before`: `seen` has passed Bronze, `decided` has passed Silver. */
function countNew(before: RowCounts, after: RowCounts) {
  const bronze = after.bronze - before.bronze;
  const silver = after.silver - before.silver;
  const duplicates = after.duplicates - before.duplicates;
  const early =
    after.rejected.parse + after.rejected.schema - before.rejected.parse - before.rejected.schema;
  const byRule = after.rejected.rule - before.rejected.rule;
  const rejected = early + byRule;
  return {
    bronze,
    silver,
    duplicates,
    rejected,
    seen: bronze + early,
    decided: silver + duplicates + rejected,
  };
}
