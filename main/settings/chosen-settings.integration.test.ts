import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Failure } from '../contract/failure';
import { findInstallation } from './installation';
import { dataPaths, type Installation } from './paths';
import { TestCenter, until } from '../test-center';

const topic = 'shop.sales';
let test: TestCenter;

beforeAll(async () => {
  test = await TestCenter.create({
    producer: { ratePerSecond: 100, seed: 5, count: 200 },
    set: [
      `packs.sales.topic=${topic}`,
      'streaming.startingOffsets=latest',
      'streaming.watermarkDelayMs=0',
      'logs.verbose=true',
    ],
  });
  await test.start();
  await until(() => test.parts.producer.isComplete);
  await until(async () => (await test.parts.brokerWatch.readLag()).lag === 0);
}, 180_000);
afterAll(() => test.close());

const rowsOf = async (sql: string) =>
  (await test.parts.reading.runSql({ sql, rowLimit: 10, timeoutMs: 30_000 })).rows;

it('the topic has the chosen name from the producer to the tables, and the ledger holds', async () => {
  const { topics } = await test.ask('kafkaTopics.read', {});
  const names = topics.filter(({ kind }) => kind !== 'internal').map((one) => one.topic);
  expect(names.sort()).toEqual(['dead-letter-queue', topic]);
  expect(await rowsOf('SELECT DISTINCT kafka_topic FROM bronze.ventes_stream')).toEqual([[topic]]);
  const { brokerWatch } = test.parts;
  const report = await test.parts.reading.verify(() => brokerWatch.logEndOffsets());
  expect(report).toMatchObject({ ok: true, topic, acknowledged: 200 });
});

it('the query has begun and judges late rows as it was chosen', async () => {
  const folder = dataPaths(test.dataFolder).checkpoint('sales');
  const { stream } = JSON.parse(readFileSync(`${folder}/definitions/0.json`, 'utf8'));
  expect(stream.streaming).toMatchObject({ startingOffsets: 'latest', watermarkDelayMs: 0 });
  // With no delay the watermark is the newest event of the batches before.
  const [row] = await rowsOf(
    'SELECT count(*), count(*) FILTER (watermark = max_event_time) FROM (' +
      'SELECT watermark, lag(max_event_time) OVER (ORDER BY batch_id) AS max_event_time ' +
      'FROM quality.batches) WHERE max_event_time IS NOT NULL',
  );
  expect(Number(row?.[0])).toBeGreaterThan(0);
  expect(row?.[1]).toEqual(row?.[0]);
});

it('every batch with rows has its line in the log of the app', () => {
  const log = readFileSync(dataPaths(test.dataFolder).log('app'), 'utf8');
  const counts = [...log.matchAll(/Batch \d+ of sales: (\d+) records/g)].map(([, count]) => count);
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(200);
});

/** Why a later start over the same tables fails; null when it does not. */
async function failureWith(
  set: readonly string[],
  installation?: Installation,
): Promise<Failure | null> {
  await test.center.shutdown();
  const producer = { ratePerSecond: 100, seed: 5, count: 0 };
  const { dataFolder } = test;
  const changes = installation && { installation };
  const later = await TestCenter.create({ dataFolder, producer, set, ...changes });
  try {
    await later.parts.pipeline.start();
    return later.parts.pipeline.phase.failure;
  } finally {
    await later.center.shutdown();
  }
}

it('another topic is refused from then on, with the way back', async () => {
  expect(await failureWith([])).toMatchObject({
    code: 'SETTING_INVALID',
    facts: { setting: 'packs.sales.topic', reason: expect.stringContaining(topic) as string },
  });
});

it('a broker that does not answer in the chosen time is waited for no longer', async () => {
  const installation = await findInstallation();
  const { javaEnvironment } = installation;
  // A real broker whose JVM waits before its first class: how quick the machine is plays no part.
  const JDK_JAVA_OPTIONS = '-XX:+UnlockDiagnosticVMOptions -XX:+PauseAtStartup';
  const paused = { ...installation, javaEnvironment: { ...javaEnvironment, JDK_JAVA_OPTIONS } };
  const set = [`packs.sales.topic=${topic}`, 'kafka.connectionTimeoutMs=1000'];
  expect(await failureWith(set, paused)).toMatchObject({
    code: 'SERVICE_NOT_READY',
    facts: { service: 'broker', deadlineMs: 1_000 },
  });
});
