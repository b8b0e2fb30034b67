import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServiceName } from '../../../main/contract/service';
import type { RecordProducer } from '../../../main/kafka/record-producer';
import { untilProduced, type ChaosRun } from './chaos-run';
import type { DrillPoint, Fault, Meanwhile } from './faults';
import { renameCategories } from './private-installation';
import { until } from './until';

const clockMovedByMicros = -3_600_000_000;
const moreEvents = 250;

/**
 * Produces so many mixed events, does the harm on the way, and waits until all is processed. What
 * was killed runs again at the end.
 */
export async function survive(run: ChaosRun, fault: Fault, count: number): Promise<void> {
  if (fault.kind === 'control killed in a reset') await killInReset(run, fault.afterMs);
  const producer = run.makeProducer(count);
  await run.startProducer(producer);
  try {
    await inflict(run, fault, producer);
    await untilProduced(producer, count);
    if (fault.kind === 'job killed at') await untilKilledAt(run, fault.point);
  } finally {
    await producer.stop();
  }
  await run.untilIdle();
  const service = fault.kind === 'broker killed' ? 'broker' : 'streamingJob';
  if (!fault.kind.startsWith('control')) await run.noteLoss(service);
}

async function inflict(run: ChaosRun, fault: Fault, producer: RecordProducer): Promise<void> {
  switch (fault.kind) {
    case 'job killed':
      await delay(fault.afterMs);
      return killService(run, 'streamingJob');
    case 'broker killed':
      await delay(fault.afterMs);
      return killService(run, 'broker');
    case 'job killed at':
      return writeFileSync(run.crashDrill, fault.point);
    case 'control killed':
      await delay(fault.afterMs);
      await run.center.kill();
      await producer.stop();
      change(run, fault.meanwhile);
      await run.startControl();
      return run.startProducer(producer);
    case 'control killed in a reset':
      return;
  }
}

async function killService(run: ChaosRun, name: ServiceName): Promise<void> {
  const pid = await until(`${name} runs`, async () => (await run.center.pidOf(name)) ?? undefined);
  process.kill(pid, 'SIGKILL');
  await until(`${name} runs again`, async () => {
    const now = await run.center.pidOf(name);
    return now !== null && now !== pid ? true : undefined;
  });
}

/** The job reached the point: it took the order away. Some points come only with more batches. */
async function untilKilledAt(run: ChaosRun, point: DrillPoint): Promise<void> {
  await until(`the job is killed at ${point}`, async () => {
    if (!existsSync(run.crashDrill)) return true;
    await run.produce(moreEvents);
    await run.untilIdle();
    return undefined;
  });
}

async function killInReset(run: ChaosRun, afterMs: number): Promise<void> {
  await run.center.ask('pipeline.stop', {});
  // Its answer does not come: who would give it is killed.
  const request = { level: 'checkpoints', from: 'earliest' } as const;
  void run.center.ask('reset.run', request).catch(() => undefined);
  await delay(afterMs);
  await run.center.kill();
  await run.startControl();
}

function change(run: ChaosRun, meanwhile: readonly Meanwhile[]): void {
  if (meanwhile.includes('catalog edited')) renameCategories(run.parts.installation);
  if (meanwhile.includes('clock moved back')) {
    run.parts.events.clockOffsetMicros += clockMovedByMicros;
  }
}
