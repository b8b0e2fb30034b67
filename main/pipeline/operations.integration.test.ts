import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestName, RequestOf, ResponseOf } from '../contract/api';
import { runOnceSteps } from '../contract/run-once';
import { createControlCenter, type ControlCenter } from '../control-center';
import { findInstallation } from '../settings/installation';
import { dataPaths } from '../settings/paths';

let dataFolder: string;
let center: ControlCenter;

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'deltadesk-operations-'));
  center = await createControlCenter({
    dataFolder,
    installation: await findInstallation(),
    host: 'none',
    startPipeline: false,
    producer: { ratePerSecond: 200, seed: 5, count: null },
  });
});
afterAll(async () => {
  await center.shutdown();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** The value of an answer; a failure fails the test with its code. */
async function ask<N extends RequestName>(name: N, request: RequestOf<N>): Promise<ResponseOf<N>> {
  const result = await center.api.invoke(name, request);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`);
  return result.value;
}

async function until(isSo: () => boolean | Promise<boolean>, deadlineMs = 120_000): Promise<void> {
  const endMs = Date.now() + deadlineMs;
  while (!(await isSo())) {
    if (Date.now() > endMs) throw new Error(`not so within ${deadlineMs} ms: ${isSo}`);
    await delay(100);
  }
}

const produced = () => center.parts.producer.read().acknowledged;

/** Waits until so many more events are acknowledged. */
async function untilMoreIsSent(events: number): Promise<void> {
  const wanted = produced() + events;
  await until(() => produced() >= wanted);
}

async function start(): Promise<void> {
  await center.parts.pipeline.start();
  expect(center.parts.pipeline.phase).toMatchObject({ state: 'running', failure: null });
}

/** Ends the producing, waits until all is in the aggregates, and expects the ledger to close. */
async function settle(): Promise<void> {
  await center.parts.producer.stop();
  await until(async () => (await ask('lag.read', {})).lag === 0);
  const report = await ask('ledger.verify', {});
  expect(report.rules.filter((rule) => !rule.passed)).toEqual([]);
  expect(report).toMatchObject({ ok: true, brokerChecked: true, pending: 0 });
}

async function counts() {
  const { bronze, silver, duplicates } = await center.parts.reading.countRows();
  return { bronze, silver, duplicates };
}

const pidOf = (name: 'broker' | 'streamingJob') => {
  const { status } = center.parts[name];
  return status.state === 'running' ? status.pid : null;
};

describe('operations on the real broker and the real job', () => {
  it('restarts each part under load while the others go on, and loses nothing', async () => {
    expect(await center.api.invoke('part.restart', { part: 'broker' })).toMatchObject({
      failure: { code: 'PIPELINE_NOT_RUNNING' },
    });
    await start();
    const others = { broker: 'streamingJob', streamingJob: 'broker' } as const;
    for (const part of ['streamingJob', 'broker'] as const) {
      const [own, other] = [pidOf(part), pidOf(others[part])];
      const before = produced();
      const done = await ask('part.restart', { part });
      expect(done.part).toBe(part);
      expect(pidOf(part)).not.toBe(own);
      expect(pidOf(others[part])).toBe(other);
      // The producer does not wait for the job; for the broker it has to.
      if (part === 'streamingJob') expect(produced()).toBeGreaterThan(before);
      await untilMoreIsSent(200);
      await until(async () => ((await ask('lag.read', {})).lag ?? 1_000) < 500);
    }
    await ask('part.restart', { part: 'producer' });
    await untilMoreIsSent(200);
    await settle();
    // An acknowledgement that went down with the broker is sent for again: noted, and counted once.
    const { bronze, silver, duplicates } = await counts();
    expect({ bronze, silver }).toEqual({ bronze: produced() + duplicates, silver: produced() });
  });

  it.each(['latest', 'earliest'] as const)(
    'goes on without doubles after a reset of the checkpoints from %s',
    async (from) => {
      expect(await center.api.invoke('reset.run', { level: 'checkpoints' })).toMatchObject({
        failure: { code: 'PIPELINE_RUNNING' },
      });
      const before = await counts();
      await ask('pipeline.stop', {});
      expect(await ask('reset.run', { level: 'checkpoints', from })).toMatchObject({
        deleted: [{ what: 'checkpoints' }],
      });
      await start();
      await untilMoreIsSent(200);
      await settle();
      const after = await counts();
      expect(after.silver).toBeGreaterThan(before.silver);
      const { duplicates } = before;
      expect(after).toEqual({ bronze: produced() + duplicates, silver: produced(), duplicates });
    },
  );

  it('makes the tables again from the topic after a reset of the data', async () => {
    const before = await counts();
    await ask('pipeline.stop', {});
    const plan = await ask('reset.plan', { level: 'data' });
    expect(plan.tables.find(({ table }) => table.startsWith('bronze'))?.rows).toBe(before.bronze);
    await ask('reset.run', { level: 'data', confirmation: 'data' });
    expect((await ask('overview.read', {})).tables).toEqual([]);
    await center.parts.pipeline.start('streamingJob');
    await settle();
    expect(await counts()).toEqual(before);
  });

  it('begins at the first event after a reset of everything', async () => {
    await ask('pipeline.stop', {});
    await ask('reset.run', { level: 'everything', confirmation: 'everything' });
    expect(existsSync(join(dataPaths(dataFolder).kafka, 'storage'))).toBe(false);
    const before = produced();
    await start();
    await untilMoreIsSent(100);
    await settle();
    const { bronze } = await counts();
    expect(bronze).toBe(produced() - before);
  });

  it('runs once on a pipeline that sends, and on one that is stopped, leaving both so', async () => {
    for (const isRunning of [true, false]) {
      if (isRunning) await ask('part.restart', { part: 'producer' });
      else await ask('pipeline.stop', {});
      const done = await ask('pipeline.runOnce', { events: 50 });
      expect(done).toMatchObject({ events: 50, acknowledged: 50, bronze: 50, silver: 50 });
      expect(done).toMatchObject({ rejected: 0, duplicates: 0, ledger: 'ok', started: !isRunning });
      expect(done.steps.map(({ name }) => name)).toEqual([...runOnceSteps]);
      expect(center.parts.pipeline.phase.state).toBe(isRunning ? 'running' : 'stopped');
      expect(center.parts.producer.read().state).toBe(isRunning ? 'running' : 'stopped');
    }
  });

  it('passes every check of the doctor while it runs', async () => {
    await start();
    const { checks } = await ask('doctor.run', {});
    const found = Object.fromEntries(
      checks.map(({ id, result, answer }) => [id, { result, answer }]),
    );
    for (const id of [
      'java',
      'brokerAnswers',
      'ports',
      'topics',
      'tables',
      'checkpoints',
      'clock',
    ]) {
      expect({ id, ...found[id] }).toMatchObject({ id, result: 'passed' });
    }
    expect(found['leftovers']?.answer).toContain('of this run');
  });
});
