import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AdminSession } from '../kafka/admin-session';
import { TestCenter, until } from '../test-center';
import { untilProcessed } from './until-processed';

let test: TestCenter;
const drills = mkdtempSync(join(tmpdir(), 'deltadesk-drills-'));
const crashDrill = join(drills, 'order');
beforeAll(async () => {
  vi.stubEnv('DELTADESK_CRASH_DRILL', crashDrill);
  test = await TestCenter.create({
    pack: 'sales',
    alongside: ['orders'],
    // By itself the pack of orders waits half a minute from one batch to the next.
    set: ['kafka.mirrorGroup=deltadesk-bronze', 'streaming.triggerIntervalMs=1000'],
    producer: { ratePerSecond: 200, seed: 3, count: null },
  });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await test?.close();
  rmSync(drills, { recursive: true });
});

describe('two packs in one job', () => {
  it('keep a query, a checkpoint and a ledger each, also when the job is killed', async () => {
    const { parts, center } = test;
    const orders = parts.alongside[0]!;
    await test.start();
    await until(() => parts.producer.read().acknowledged > 400);

    const { queryId } = orders.streaming.read(Date.now());
    expect(queryId).not.toBe(parts.streaming.read(Date.now()).queryId);
    const killed = test.pidOf('streamingJob');
    process.kill(killed, 'SIGKILL');
    await until(() => {
      const { status } = parts.streamingJob;
      return status.state === 'running' && status.pid !== killed;
    });
    await until(() => parts.streaming.isReady && orders.streaming.isReady);
    expect(orders.streaming.read(Date.now()).queryId).toBe(queryId);

    // Beside a broker that answers, one of them fails in mid-batch and begins anew by itself.
    const pid = test.pidOf('streamingJob');
    writeFileSync(crashDrill, 'fail SILVER');
    const failures = () => [parts, orders].map(({ streaming }) => streaming.failure);
    await until(() => failures().some((failure) => failure?.next === 'retry'));
    expect(failures().find((failure) => failure)?.message).toBe('A drill wanted SILVER to fail.');
    expect(existsSync(crashDrill)).toBe(false);
    await until(() => failures().every((failure) => failure === null));
    expect(test.pidOf('streamingJob')).toBe(pid);

    await until(() => parts.producer.read().acknowledged > 1_200);
    await until(() => orders.producer.read().acknowledged > 20);
    await Promise.all([parts.producer.stop(), orders.producer.stop()]);
    await untilProcessed(parts, { deadlineMs: 60_000 });
    await untilProcessed({ ...parts, ...orders }, { deadlineMs: 90_000 });

    for (const pack of ['sales', 'orders']) {
      const report = await center.api.invoke('ledger.verify', { pack });
      expect(report).toMatchObject({ ok: true, value: { ok: true, brokerChecked: true } });
    }
    expect(await test.ask('doctor.runOne', { id: 'topics' })).toMatchObject({
      result: 'passed',
      answer: 'ventes_stream 3, order-events 3, dead-letter-queue 1',
    });
    const rows = await center.api.invoke('sql.run', {
      sql: `SELECT (SELECT count(*) FROM silver.ventes_clean) AS sales,
                   (SELECT count(*) FROM silver.order_events_clean) AS orders`,
    });
    expect(rows).toMatchObject({
      ok: true,
      value: {
        rows: [
          [String(parts.producer.read().acknowledged), String(orders.producer.read().acknowledged)],
        ],
      },
    });
    const admin = new AdminSession(parts.brokerWatch.bootstrapServers!);
    try {
      for (const { topic, streaming } of [
        { topic: 'ventes_stream', streaming: parts.streaming },
        { topic: 'order-events', streaming: orders.streaming },
      ]) {
        const read = streaming.read(Date.now()).endOffsets!;
        const mirrored = async () => {
          const fetched = await admin.ask((each) =>
            each.fetchOffsets({ groupId: 'deltadesk-bronze', topics: [topic] }),
          );
          const offsets = fetched.flatMap(({ partitions }) => partitions);
          return Object.fromEntries(offsets.map((one) => [one.partition, Number(one.offset)]));
        };
        await vi.waitFor(async () => expect(await mirrored()).toEqual(read), 30_000);
      }
    } finally {
      await admin.close();
    }
    for (const pack of ['sales', 'orders']) {
      const scored = await center.api.invoke('quality.read', { pack });
      if (!scored.ok) throw new Error(scored.failure.code);
      expect(scored.value.pack).toBe(pack);
      expect(scored.value.checks.map(({ table }) => table?.score)).toEqual([1, 1, 1, 1, 1]);
    }
    expect(await center.api.invoke('quality.read', { pack: 'nope' })).toMatchObject({
      failure: { code: 'PACK_UNKNOWN', facts: { known: 'sales, orders' } },
    });
    const sql = 'SELECT DISTINCT pack FROM ops.quality_metrics ORDER BY pack';
    // New rows are checked some seconds after their batch.
    await vi.waitFor(async () => {
      const checked = await center.api.invoke('sql.run', { sql });
      expect(checked).toMatchObject({ value: { rows: [['orders'], ['sales']] } });
    }, 30_000);
    const overview = await center.api.invoke('overview.read', {});
    expect(overview).toMatchObject({ ok: true, value: { alongside: [{ pack: 'orders' }] } });
    expect(await center.api.invoke('ledger.verify', { pack: 'nope' })).toMatchObject({
      ok: false,
      failure: { code: 'PACK_UNKNOWN', facts: { known: 'sales, orders' } },
    });
  });
});
