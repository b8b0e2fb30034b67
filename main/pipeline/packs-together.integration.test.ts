import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AdminSession } from '../kafka/admin-session';
import { TestCenter, until } from '../test-center';
import { untilProcessed } from './until-processed';

let test: TestCenter;
beforeAll(async () => {
  test = await TestCenter.create({
    pack: 'sales',
    alongside: ['orders'],
    // By itself the pack of orders waits half a minute from one batch to the next.
    set: ['kafka.mirrorGroup=deltadesk-bronze', 'streaming.triggerIntervalMs=1000'],
    producer: { ratePerSecond: 200, seed: 3, count: null },
  });
});
afterAll(() => test?.close());

describe('two packs in one job', () => {
  it('keep a query, a checkpoint and a ledger each, also when the job is killed', async () => {
    const { parts, center } = test;
    const orders = parts.alongside[0]!;
    await test.start();
    await until(() => parts.producer.read().acknowledged > 400);

    const { queryId } = orders.streaming.read(Date.now());
    expect(queryId).not.toBe(parts.streaming.read(Date.now()).queryId);
    process.kill(test.pidOf('streamingJob'), 'SIGKILL');
    await until(() => parts.streaming.isReady && orders.streaming.isReady);
    expect(orders.streaming.read(Date.now()).queryId).toBe(queryId);

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
