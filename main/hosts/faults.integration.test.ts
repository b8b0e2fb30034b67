import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findInstallation } from '../settings/installation';
import { loadPack } from '../settings/load-pack';
import { dataPaths } from '../settings/paths';
import { TableReading } from '../reading/table-reading';
import { runOnce } from './commands/run';

const dataFolder = mkdtempSync(join(tmpdir(), 'deltadesk-faults-'));
afterAll(() => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 }));

const options = {
  dataFolder,
  pack: 'sales',
  forMs: null,
  ratePerSecond: 400,
  seed: 7,
  replayFiles: [],
  isAgreed: false,
};
const both = (count: number) => ({ expected: count, found: count });

/** Answers of the tables while nothing runs, by name; one value for each. */
const ask = <N extends string>(questions: Record<N, string>) =>
  withReading(async (reading) => {
    const answers: Record<string, unknown> = {};
    for (const [name, sql] of Object.entries<string>(questions)) {
      answers[name] = (await rowsOf(reading, sql))[0]?.[0];
    }
    return { answers, ledger: await reading.verify(null) };
  });

async function withReading<T>(use: (reading: TableReading) => Promise<T>): Promise<T> {
  const { resourcesFolder } = await findInstallation();
  const { pack, folder: packFolder } = loadPack(resourcesFolder, 'sales');
  const reading = await TableReading.open({ paths: dataPaths(dataFolder), pack, packFolder });
  try {
    return await use(reading);
  } finally {
    await reading.close();
  }
}

const rowsOf = async (reading: TableReading, sql: string) =>
  (await reading.runSql({ sql, rowLimit: 100, timeoutMs: 60_000 })).rows;

const silver = 'silver.ventes_clean';
const rejected = 'quality.rejected_records';
const questions = {
  duplicatesOfSales: `SELECT count(*)::INT FROM quality.duplicates SEMI JOIN ${silver} USING (event_id)`,
  lateMarks: `SELECT count(*)::INT FROM ${silver} WHERE dq_warnings = 'late:gold.ventes_fenetres_5min'`,
  lateInBronze: `SELECT count(*)::INT FROM bronze.ventes_stream
    WHERE event_id IN (SELECT event_id FROM ${silver} WHERE dq_warnings LIKE 'late:%')`,
  dropped: `SELECT sum(dropped_by_watermark)::INT FROM quality.batches`,
  inGold: `SELECT sum(nombre_ventes)::INT FROM gold.ventes_fenetres_5min`,
  inHours: `SELECT sum(ventes_count)::INT FROM silver.hourly_sales`,
  byParse: `SELECT count(*)::INT FROM ${rejected} WHERE stage = 'parse' AND event_id IS NULL`,
  schemaFields: `SELECT count(DISTINCT rule)::INT FROM ${rejected} WHERE stage = 'schema'`,
  megabytes: `SELECT count(*)::INT FROM ${rejected} WHERE length(raw_value) > 900000`,
  withoutId: `SELECT count(*)::INT FROM ${rejected} WHERE stage = 'schema' AND event_id IS NULL`,
  brokenRules: `SELECT string_agg(DISTINCT rule, ' ' ORDER BY rule) FROM ${rejected} WHERE stage = 'rule'`,
};

describe('deltadesk run --late --duplicate --malformed', () => {
  it('puts every fault into the place where it belongs, and nothing else there', async () => {
    const faults = { late: 20, duplicate: 30, malformed: 50 };
    const summary = await runOnce({ ...options, count: 400, faults }, () => undefined);
    expect(summary).toMatchObject({
      acknowledged: 500,
      silver: 420,
      faults: {
        late: both(20),
        duplicates: both(30),
        rejected: { parse: both(20), schema: both(20), rule: both(10) },
      },
      ledger: 'ok',
    });
    const { answers, ledger } = await ask(questions);
    expect(answers).toMatchObject({
      duplicatesOfSales: 30,
      lateMarks: 20,
      lateInBronze: 20,
      dropped: 20,
      inGold: 400,
      inHours: 420,
      byParse: 20,
      megabytes: 5,
      brokenRules: 'SR-6 SR-7',
    });
    expect(answers['schemaFields']).toBeGreaterThan(2);
    expect(ledger).toMatchObject({ ok: true, acknowledged: 500, repeatedSends: 30 });
  });

  it('counts the faults of its own run, also by time and where a watermark is known', async () => {
    const faults = { late: 7, duplicate: 8, malformed: 10 };
    const byTime = { ...options, count: null, forMs: 2_000, ratePerSecond: 50, seed: 8, faults };
    const summary = await runOnce(byTime, () => undefined);
    expect(summary).toMatchObject({
      faults: {
        late: both(7),
        duplicates: both(8),
        rejected: { parse: both(4), schema: both(4), rule: both(2) },
      },
      ledger: 'ok',
    });
    const { answers, ledger } = await ask(questions);
    expect(answers).toMatchObject({ duplicatesOfSales: 38, lateMarks: 27, dropped: 27 });
    expect(ledger).toMatchObject({ ok: true, repeatedSends: 38 });
  });

  it('leaves a way of each event that equals the offsets, batches and versions of the tables', () =>
    withReading(async (reading) => {
      const batches = await rowsOf(
        reading,
        `SELECT event_id, s.kafka_partition, s.kafka_offset, b.batch_id, b.silver_version
         FROM (SELECT * FROM ${silver} USING SAMPLE reservoir(20 ROWS) REPEATABLE (3)) AS s
         JOIN quality.batches AS b
           ON (b.start_offsets->>('$."' || s.kafka_partition || '"'))::BIGINT <= s.kafka_offset
          AND (b.end_offsets->>('$."' || s.kafka_partition || '"'))::BIGINT > s.kafka_offset`,
      );
      expect(batches).toHaveLength(20);
      for (const [id, partition, offset, batch, version] of batches) {
        const { records } = await reading.traceEvent(String(id));
        const record = records.find(({ outcome }) => outcome === 'silver');
        expect(record).toMatchObject({ partition, offset: Number(offset), batchId: Number(batch) });
        const hops = new Map(record!.hops.map((hop) => [hop.table ?? hop.hop, hop]));
        expect(hops.get(silver)).toMatchObject({ version: Number(version) });
        expect([...hops.keys()].slice(0, 4)).toEqual([
          'sent',
          'broker',
          'bronze.ventes_stream',
          silver,
        ]);
        const times = record!.hops.map(({ atMs }) => atMs!);
        expect(times.slice(0, 4)).toEqual(times.slice(0, 4).sort((a, b) => a - b));
        expect(Math.min(...times.slice(4))).toBeGreaterThanOrEqual(times[3]!);
        expect(hops.size).toBe(12);
      }

      const [twice] = await rowsOf(reading, 'SELECT event_id FROM quality.duplicates LIMIT 1');
      const outcomes = (await reading.traceEvent(String(twice![0]))).records;
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['duplicate', 'silver']);
      const [refused] = await rowsOf(
        reading,
        `SELECT event_id, rule FROM ${rejected} WHERE stage = 'rule' LIMIT 1`,
      );
      expect((await reading.traceEvent(String(refused![0]))).records).toMatchObject([
        { outcome: 'rejected', detail: expect.stringContaining(String(refused![1])) as string },
      ]);
      await expect(reading.traceEvent('nobody')).rejects.toThrow(/EVENT_UNKNOWN/);
    }));
});
