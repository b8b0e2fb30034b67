import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runOnceSteps } from '../contract/run-once';
import { dataPaths } from '../settings/paths';
import { TestCenter, until } from '../test-center';

let test: TestCenter;
beforeAll(async () => {
  test = await TestCenter.create({
    producer: { ratePerSecond: 400, seed: 5, count: null },
    set: [
      'kafka.partitions=5',
      'kafka.retentionHours=2',
      'producer.numProducts=5',
      'producer.numClients=7',
      'producer.minQuantity=3',
      'logs.level=info',
    ],
  });
});
afterAll(() => test?.close());

const produced = () => test.parts.producer.read().acknowledged;

/** Waits until so many more events are acknowledged. */
async function untilMoreIsSent(events: number): Promise<void> {
  const wanted = produced() + events;
  await until(() => produced() >= wanted);
}

/** Ends the producing, waits until all is in the aggregates, and expects the ledger to close. */
async function settle(): Promise<void> {
  await test.parts.producer.stop();
  await until(async () => (await test.ask('lag.read', {})).lag === 0);
  const report = await test.ask('ledger.verify', {});
  expect(report.rules.filter((rule) => !rule.passed)).toEqual([]);
  expect(report).toMatchObject({ ok: true, brokerChecked: true, pending: 0 });
}

async function counts() {
  const { bronze, silver, duplicates } = await test.parts.reading.countRows();
  return { bronze, silver, duplicates };
}

/** Sends fifty events, and expects to be told of each of them. */
async function expectRunOnce({ started }: { started: boolean }): Promise<void> {
  const done = await test.ask('pipeline.runOnce', { events: 50 });
  expect(done).toMatchObject({ events: 50, acknowledged: 50, bronze: 50, silver: 50, started });
  expect(done).toMatchObject({ rejected: 0, duplicates: 0, ledger: 'ok' });
  expect(done.steps.map(({ name }) => name)).toEqual([...runOnceSteps]);

  const { runs } = await test.ask('runs.read', { limit: 10 });
  const run = runs.find(({ steps }) => steps[0]?.operation === 'once');
  expect(run).toMatchObject({ pack: 'sales', status: 'done', failure: null });
  expect(run?.steps.map(({ step, status }) => [step, status])).toEqual(
    runOnceSteps.map((name) => [name, 'done']),
  );
  expect(run?.steps.at(-1)?.outputs).toMatchObject({ bronze: 50, silver: 50, ledger: 'ok' });
}

describe('operations on the real broker and the real job', () => {
  it('restarts each part under load while the others go on, and loses nothing', async () => {
    expect(await test.center.api.invoke('part.restart', { part: 'broker' })).toMatchObject({
      failure: { code: 'PIPELINE_NOT_RUNNING' },
    });
    await test.start();
    const others = { broker: 'streamingJob', streamingJob: 'broker' } as const;
    for (const part of ['streamingJob', 'broker'] as const) {
      const [own, other] = [test.pidOf(part), test.pidOf(others[part])];
      const before = produced();
      const done = await test.ask('part.restart', { part });
      expect(done.part).toBe(part);
      expect(test.pidOf(part)).not.toBe(own);
      expect(test.pidOf(others[part])).toBe(other);
      // The producer does not wait for the job; for the broker it has to.
      if (part === 'streamingJob') expect(produced()).toBeGreaterThan(before);
      await untilMoreIsSent(200);
      await until(async () => ((await test.ask('lag.read', {})).lag ?? 1_000) < 500);
    }
    await test.ask('part.restart', { part: 'producer' });
    await untilMoreIsSent(200);
    await settle();
    // An acknowledgement that went down with the broker is sent for again: noted, and counted once.
    const { bronze, silver, duplicates } = await counts();
    expect({ bronze, silver }).toEqual({ bronze: produced() + duplicates, silver: produced() });
  });

  it('passes every check of the doctor while it runs', async () => {
    const { checks } = await test.ask('doctor.run', {});
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

  it('makes the topics, draws the events, sends and logs as it is set', async () => {
    const { topics } = await test.ask('kafkaTopics.read', {});
    const found = topics.map(({ topic, partitions, retentionMs }) => {
      return [topic, { partitions: partitions.length, retentionMs }] as const;
    });
    expect(Object.fromEntries(found)).toMatchObject({
      ventes_stream: { partitions: 5, retentionMs: 7_200_000 },
      'dead-letter-queue': { partitions: 1, retentionMs: 7_200_000 },
    });
    const drawn = await test.ask('sql.run', {
      sql: `SELECT max(produit_id), max(client_id), min(quantite), max(quantite),
                   max(kafka_partition) FROM silver.ventes_clean`,
    });
    expect(drawn.rows).toEqual([[105, 7, 3, 5, 4]]);
    const log = readFileSync(dataPaths(test.dataFolder).log('streamingJob'), 'utf8');
    expect(log).toMatch(/ INFO /);
  });

  it.each(['latest', 'earliest'] as const)(
    'goes on without doubles after a reset of the checkpoints from %s',
    async (from) => {
      expect(await test.center.api.invoke('reset.run', { level: 'checkpoints' })).toMatchObject({
        failure: { code: 'PIPELINE_RUNNING' },
      });
      const before = await counts();
      await test.ask('pipeline.stop', {});
      expect(await test.ask('reset.run', { level: 'checkpoints', from })).toMatchObject({
        deleted: [{ what: 'checkpoints' }],
      });
      await test.start();
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
    await test.ask('pipeline.stop', {});
    const plan = await test.ask('reset.plan', { level: 'data' });
    expect(plan.tables.find(({ table }) => table.startsWith('bronze'))?.rows).toBe(before.bronze);
    await test.ask('reset.run', { level: 'data', confirmation: 'data' });
    expect((await test.ask('overview.read', {})).tables).toEqual([]);
    await test.parts.pipeline.start('streamingJob');
    await settle();
    expect(await counts()).toEqual(before);
  });

  it('runs once on a pipeline that sends, and leaves it so', async () => {
    await test.ask('part.restart', { part: 'producer' });
    await expectRunOnce({ started: false });
    expect(test.parts.pipeline.phase.state).toBe('running');
    expect(test.parts.producer.read().state).toBe('running');
  });

  it('begins at the first event after a reset of everything, by a run once that stops again', async () => {
    await test.ask('pipeline.stop', {});
    await test.ask('reset.run', { level: 'everything', confirmation: 'everything' });
    expect(existsSync(join(dataPaths(test.dataFolder).kafka, 'storage'))).toBe(false);
    await expectRunOnce({ started: true });
    expect(await counts()).toEqual({ bronze: 50, silver: 50, duplicates: 0 });
    expect(test.parts.pipeline.phase.state).toBe('stopped');
    expect(test.parts.producer.read().state).toBe('stopped');
  });
});
