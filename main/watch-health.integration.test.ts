import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Alert } from './contract/alerts';
import type { BatchLine } from './contract/streaming';
import { historyReader } from './history/history-reader';
import { dataPaths } from './settings/paths';
import { TestCenter, until } from './test-center';

const ratePerSecond = 200;
let test: TestCenter;
const batches: BatchLine[] = [];
const changes: Alert[] = [];

beforeAll(async () => {
  test = await TestCenter.create({
    producer: { ratePerSecond, seed: 5, count: null },
    // Held back in a moment at another rate; at this one a job that runs stays well below half of it.
    alertLimits: { lagRecords: 2_500, lagSeconds: 3_600, lagHoldMs: 0 },
  });
  test.parts.streaming.onBatch = (line) => batches.push(line);
  test.center.on('alert.changed', (alert) => changes.push(alert));
});
afterAll(() => test?.close());

const read = async (sql: string) => (await test.ask('sql.run', { sql })).rows;
const ofLag = (isOver: boolean) =>
  changes.filter(({ rule, clearedAtMs }) => rule === 'lag' && (clearedAtMs !== null) === isOver);

it('keeps history, scores rows, and raises and clears an alert for a job that stands still', async () => {
  await test.start();
  await until(() => batches.filter(({ rows }) => rows.silver > 0).length >= 3);

  const pid = test.pidOf('streamingJob');
  process.kill(pid, 'SIGSTOP');
  const sentBefore = test.parts.producer.read().acknowledged;
  try {
    await test.ask('producer.setRate', { ratePerSecond: 2_000 });
    await until(() => test.parts.producer.read().acknowledged - sentBefore > 3_000);
    await test.ask('producer.setRate', { ratePerSecond });
    await until(() => ofLag(false).length > 0);
    expect((await test.ask('alerts.read', {})).active.map(({ rule }) => rule)).toContain('lag');
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  await until(() => ofLag(true).length > 0);
  expect(ofLag(false)).toHaveLength(1);
  expect(ofLag(true)[0]).toMatchObject({ alertId: ofLag(false)[0]!.alertId });
  const report = await test.ask('alerts.read', {});
  expect(report.active.map(({ rule }) => rule)).not.toContain('lag');

  await until(async () =>
    (await test.ask('quality.read', {})).history.some(({ scope }) => scope === 'table'),
  );
  const { checks } = await test.ask('quality.read', {});
  expect(checks.map(({ table }) => table?.score)).toEqual([1, 1, 1, 1, 1]);
  expect(checks[0]!.table!.records).toBeGreaterThan(0);

  const lag = await read('SELECT count(*), count(DISTINCT partition) FROM ops.lag_history');
  expect(Number(lag[0]![0])).toBeGreaterThan(0);
  expect(lag[0]![1]).toBe('3');

  await test.parts.pipeline.stop();
  const kept = await read(
    `SELECT batch_id::INTEGER, input_rows::INTEGER, silver_rows::INTEGER
     FROM ops.batch_history ORDER BY ended_at`,
  );
  expect(kept.map((row) => row.map(Number))).toEqual(
    batches.map(({ batchId, rows }) => [batchId, rows.input, rows.silver]),
  );
  expect(await read('SELECT status, ended_at IS NOT NULL FROM ops.runs')).toEqual([
    ['stopped', true],
  ]);

  // After the end of the instance the same is in the file.
  await test.center.shutdown();
  const file = historyReader(dataPaths(test.dataFolder).history);
  const rows = JSON.parse(await file.readJson('alerts')) as { rule: string; cleared_at: number }[];
  expect(rows.find(({ rule }) => rule === 'lag')?.cleared_at).toBe(ofLag(true)[0]!.clearedAtMs);
});
