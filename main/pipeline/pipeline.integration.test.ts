import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kafkaClient } from '../kafka/kafka-client';
import { isProcessAlive } from '../supervisor/process-identity';
import { TestCenter, until } from '../test-center';

const topic = 'ventes_stream';
let test: TestCenter | null = null;
let center: TestCenter['center'];

// One data folder for all: each test goes on where the one before stopped.
beforeEach(async () => {
  const producer = { ratePerSecond: 200, seed: 5, count: 600 };
  const { dataFolder } = test ?? {};
  // From the second test on the topics are there.
  const set = ['kafka.retentionHours=24', 'kafka.partitions=6'];
  test = await TestCenter.create({ producer, ...(dataFolder && { dataFolder, set }) });
  center = test.center;
});
afterEach(() => center.shutdown());
afterAll(() => test?.close());

/** Waits until everything that was sent is in the aggregates. */
async function untilAllIsIn(): Promise<void> {
  await until(() => center.parts.producer.isComplete);
  await until(async () => (await center.parts.brokerWatch.readLag()).lag === 0);
}

async function verify() {
  const { brokerWatch } = center.parts;
  const report = await center.parts.reading.verify(() => brokerWatch.logEndOffsets());
  const broken = report.rules.filter((rule) => !rule.passed).map((rule) => rule.finding);
  return { ok: report.ok, brokerChecked: report.brokerChecked, broken };
}

describe('the pipeline with the real broker and the real job', () => {
  it('brings every record into the tables, also when the job is killed on the way', async () => {
    await test!.start();
    const pids = [test!.pidOf('broker'), test!.pidOf('streamingJob')];

    process.kill(test!.pidOf('streamingJob'), 'SIGKILL');
    await until(() => center.parts.streamingJob.status.state === 'backingOff');
    await until(() => center.parts.streamingJob.status.state === 'running');
    await untilAllIsIn();

    expect(await verify()).toEqual({ ok: true, brokerChecked: true, broken: [] });
    const rows = await center.parts.reading.countRows();
    expect(rows).toMatchObject({ bronze: 600, silver: 600, duplicates: 0, late: 0 });
    expect(center.parts.producer.read()).toMatchObject({ produced: 600, acknowledged: 600 });

    pids.push(test!.pidOf('streamingJob'));
    const address = center.server.address;
    await center.shutdown();
    expect(pids.filter(isProcessAlive)).toEqual([]);
    expect(
      readdirSync(join(test!.dataFolder, 'run')).filter((name) => /json|lock/.test(name)),
    ).toEqual([]);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('goes on after a restart, with other settings of its topic, and rejects what is no sale', async () => {
    await test!.start();
    // How long the topic is kept is altered, its partitions are not: sent is to those that there are.
    const { topics } = await test!.ask('kafkaTopics.read', {});
    const retention = topics
      .filter(({ kind }) => kind !== 'internal')
      .map((one) => one.retentionMs);
    expect(retention).toEqual([86_400_000, 86_400_000]);
    expect(topics.find((one) => one.topic === topic)?.partitions).toHaveLength(3);
    expect(await test!.ask('doctor.runOne', { id: 'topics' })).toMatchObject({
      result: 'warning',
      answer: `${topic} has 3 partitions instead of 6.`,
    });

    const { bootstrapServers } = center.parts.brokerWatch;
    const sender = kafkaClient(bootstrapServers ?? '').producer();
    await sender.connect();
    const values = [
      'not json',
      '[1]',
      '{"vente_id":1}',
      '',
      null,
      Buffer.from([0xff, 0xfe, 0x80]),
      JSON.stringify({ text: 'x'.repeat(900_000) }),
    ];
    await sender.send({
      topic,
      messages: values.map((value) => ({ key: '1', value, partition: 0 })),
    });
    await sender.disconnect();
    await untilAllIsIn();

    expect(await verify()).toEqual({ ok: true, brokerChecked: true, broken: [] });
    const { rejected, ...rows } = await center.parts.reading.countRows();
    expect(rows).toMatchObject({ bronze: 1200, silver: 1200, duplicates: 0 });
    expect(rejected.parse + rejected.schema).toBe(values.length);
    const ids = await center.parts.reading.runSql({
      sql: 'SELECT count(DISTINCT vente_id), min(vente_id), max(vente_id) FROM silver.ventes_clean',
      rowLimit: 1,
      timeoutMs: 30_000,
    });
    expect(ids.rows).toEqual([['1200', 1, 1200]]);
  });

  it('gives the named query, the SQL box and the count the same revenue', async () => {
    const chart = await center.parts.reading.runQuery('revenue_by_country_segment');
    const cents = (text: unknown) => Math.round(Number(text) * 100);
    const drawn = chart.rows.reduce((sum, row) => sum + cents(row.at(-1)), 0);
    const { revenue } = await center.parts.reading.countRows();
    const recomputed = await center.parts.reading.runSql({
      sql: 'SELECT sum(total_depense) FROM silver.ventes_clean',
      rowLimit: 1,
      timeoutMs: 30_000,
    });
    expect(chart.rows).toHaveLength(15);
    expect(drawn).toBe(cents(revenue));
    expect(recomputed.rows).toEqual([[revenue]]);
    expect(Object.keys(chart.tableVersions)).toEqual(['silver.ca_par_pays_segment']);
  });
});
