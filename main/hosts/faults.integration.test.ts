import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findInstallation } from '../settings/installation';
import { loadPack } from '../settings/load-pack';
import { dataPaths } from '../settings/paths';
import { TableReading } from '../table-reading';
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
async function ask<N extends string>(questions: Record<N, string>) {
  const { resourcesFolder } = await findInstallation();
  const { pack, folder: packFolder } = loadPack(resourcesFolder, 'sales');
  const reading = await TableReading.open({ paths: dataPaths(dataFolder), pack, packFolder });
  try {
    const answers: Record<string, unknown> = {};
    for (const [name, sql] of Object.entries<string>(questions)) {
      const { rows } = await reading.runSql({ sql, rowLimit: 10, timeoutMs: 60_000 });
      answers[name] = rows[0]?.[0];
    }
    return { answers, ledger: await reading.verify(null) };
  } finally {
    await reading.close();
  }
}

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
  withoutId: `SELECT count(*)::INT FROM ${rejected} WHERE stage = 'schema' AND event_id IS NULL`,
  brokenRules: `SELECT string_agg(DISTINCT rule, ' ' ORDER BY rule) FROM ${rejected} WHERE stage = 'rule'`,
};

describe('deltadesk run --late --duplicate --malformed', () => {
  it('puts every fault into the place where it belongs, and nothing else there', async () => {
    const faults = { late: 20, duplicate: 30, malformed: 45 };
    const summary = await runOnce({ ...options, count: 400, faults }, () => undefined);
    expect(summary).toMatchObject({
      acknowledged: 495,
      silver: 420,
      faults: {
        late: both(20),
        duplicates: both(30),
        rejected: { parse: both(20), schema: both(15), rule: both(10) },
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
      brokenRules: 'SR-6 SR-7',
    });
    expect(answers['schemaFields']).toBeGreaterThan(2);
    expect(ledger).toMatchObject({ ok: true, acknowledged: 495, repeatedSends: 30 });
  });

  it('counts the faults of its own run, also by time and where a watermark is known', async () => {
    const faults = { late: 7, duplicate: 8, malformed: 9 };
    const byTime = { ...options, count: null, forMs: 2_000, ratePerSecond: 50, seed: 8, faults };
    const summary = await runOnce(byTime, () => undefined);
    expect(summary).toMatchObject({
      faults: {
        late: both(7),
        duplicates: both(8),
        rejected: { parse: both(4), schema: both(3), rule: both(2) },
      },
      ledger: 'ok',
    });
    const { answers, ledger } = await ask(questions);
    expect(answers).toMatchObject({ duplicatesOfSales: 38, lateMarks: 27, dropped: 27 });
    expect(ledger).toMatchObject({ ok: true, repeatedSends: 38 });
  });
});
