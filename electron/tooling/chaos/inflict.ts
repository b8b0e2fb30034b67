import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { ServiceName } from '../../../main/contract/service';
import type { ChaosRun } from './chaos-run';
import type { DrillPoint, Fault, Meanwhile } from './faults';
import { killInLargeBatch } from './large-batch';
import { renameCategories } from './private-installation';
import type { Production } from './production';
import { until } from './until';

const clockMovedByMs = { 'clock moved back': -3_600_000, 'clock moved forward': 3_600_000 };
const moreEvents = 250;

/**
 * Produces so many mixed events, does the harm on the way, and waits until all is processed. What
 * was killed runs again at the end. Returns how many kills came within a large batch.
 */
export async function survive(run: ChaosRun, fault: Fault, count: number): Promise<number> {
  if (fault.kind === 'job killed in a large batch') return killInLargeBatch(run, fault.afterMs);
  if (fault.kind === 'control killed in a reset') await killInReset(run, fault.afterMs);
  const production = run.makeProduction(count);
  await run.startProduction(production);
  try {
    await inflict(run, fault, production);
    await production.untilDone();
    if (fault.kind === 'job killed at') await untilKilledAt(run, fault.point);
  } finally {
    await production.stop();
  }
  await run.untilIdle();
  const service = fault.kind === 'broker killed' ? 'broker' : 'streamingJob';
  if (!fault.kind.startsWith('control')) await run.noteLoss(service);
  return 0;
}

async function inflict(
  run: ChaosRun,
  fault: Exclude<Fault, { kind: 'job killed in a large batch' }>,
  production: Production,
): Promise<void> {
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
      await production.stop();
      change(run, fault.meanwhile);
      await run.startControl();
      return run.startProduction(production);
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
    await run.produce(run.makeProduction(moreEvents));
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
  for (const each of meanwhile) {
    if (each === 'catalog edited') renameCategories(run.shown.packFolder);
    else run.moveClock(clockMovedByMs[each]);
  }
}
