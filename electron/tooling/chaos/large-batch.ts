import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readBatchEndOffsets } from '../../../main/streaming/checkpoint';
import type { ChaosRun } from './chaos-run';
import { chaosProducer, type ChaosStream } from './chaos-stream';
import { Production } from './production';
import { until } from './until';

/** From here on the job's tasks write a batch's rows of Bronze, each its own file. */
const largeBatchRecords = 20_000;
const backlogEvents = 30_000;
const backlogPerSecond = 20_000;
/** They would be hundreds of megabytes, and the time of the run. */
const backlogMegabytes = 12;

/**
 * Kills the job, sends a backlog while it is away, and kills it twice more while it drains: so long
 * after the batch was planned, and so long after its next start. Waits until all is processed;
 * returns how many of the kills came before the batch was committed.
 */
export async function killInLargeBatch(
  run: ChaosRun,
  afterMs: readonly [number, number],
): Promise<number> {
  const { shown } = run;
  await run.restart('streamingJob');
  const folder = run.parts.paths.checkpoint(shown.pack.pack);
  const last = newestBatch(folder);
  await killJob(run);
  await sendBacklog(run, shown);
  const batch = await until('a large batch is planned', async () => {
    const planned = newestBatch(folder);
    const records = await recordsOf(folder, shown, planned);
    return planned > last && records >= largeBatchRecords ? planned : undefined;
  });
  let within = 0;
  for (const killAfterMs of afterMs) {
    await delay(killAfterMs);
    await killJob(run);
    within += existsSync(join(folder, 'commits', String(batch))) ? 0 : 1;
    await until('the job is started again', () => jobPid(run) ?? undefined);
  }
  await run.untilIdle();
  await run.restart('streamingJob');
  return within;
}

async function sendBacklog(run: ChaosRun, stream: ChaosStream): Promise<void> {
  stream.events.megabytesLeft = backlogMegabytes;
  const producer = chaosProducer(stream, run.parts.paths, backlogEvents, backlogPerSecond);
  await run.produce(new Production([{ producer, count: backlogEvents }]));
  stream.events.megabytesLeft = Infinity;
}

/** The job's process, also while it begins; null while there is none. */
function jobPid(run: ChaosRun): number | null {
  const file = run.parts.paths.runFile('streamingJob');
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { pid: number }).pid;
  } catch {
    return null;
  }
}

/** Kills the job; returns when its process is forgotten or another one took its place. */
async function killJob(run: ChaosRun): Promise<void> {
  const pid = await until('the job has a process', () => jobPid(run) ?? undefined);
  process.kill(pid, 'SIGKILL');
  await until('the killed job is forgotten', () => (jobPid(run) === pid ? undefined : true));
}

/** Number of the newest planned batch; -1 before the first. */
function newestBatch(checkpoint: string): number {
  const names = readdirSync(join(checkpoint, 'offsets')).filter((name) => /^\d+$/.test(name));
  return Math.max(-1, ...names.map(Number));
}

async function recordsOf(
  checkpoint: string,
  { pack }: ChaosStream,
  batch: number,
): Promise<number> {
  const past = await readBatchEndOffsets(checkpoint, pack.topic.name, batch);
  const first = (await readBatchEndOffsets(checkpoint, pack.topic.name, batch - 1)) ?? {};
  const counts = Object.entries(past ?? {}).map(([name, end]) => end - (first[name] ?? 0));
  return counts.reduce((sum, count) => sum + count, 0);
}
