import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChaosRun } from './chaos-run';
import { describeFault, longPlan, shortPlan } from './faults';
import {
  askDeltaRs,
  askOwnReader,
  comparableExpressions,
  findIndependentReader,
} from './independent-reader';
import { survive } from './inflict';
import { findFakedTime } from './moved-clock';
import { BrokenTables } from './sabotage';
import { alterAggregate, everySabotage } from './sabotages';
import { SteadyReader } from './steady-reader';
import { verifyEverything } from './verify-everything';

const isLong = process.env['DELTADESK_CHAOS'] === 'long';
const seed = Number(process.env['DELTADESK_CHAOS_SEED'] ?? 1 + Math.floor(Math.random() * 1e6));
const plan = (isLong ? longPlan : shortPlan)(seed);
const startDeadlineMs = 180_000;
const faultDeadlineMs = 180_000;
const timeoutMs = plan.faults.length * faultDeadlineMs;
const deltaRs = findIndependentReader();

let run: ChaosRun;
beforeAll(async () => {
  run = await ChaosRun.start({
    seed,
    packs: isLong ? ['sales', 'orders'] : ['sales'],
    fakedTime: isLong ? findFakedTime() : null,
  });
}, startDeadlineMs);
afterAll(() => run?.close(), startDeadlineMs);

describe(`a pipeline that is killed on the way, seed ${seed}`, () => {
  it(
    'loses nothing and counts nothing twice',
    async () => {
      const reader = new SteadyReader(run);
      let killsInLargeBatches = 0;
      for (const [index, fault] of plan.faults.entries()) {
        const startedAtMs = Date.now();
        const what = `${index + 1}/${plan.faults.length} ${describeFault(fault)}, seed ${seed}`;
        const figures = await survive(run, fault, plan.eventsOfEach)
          .then((kills) => {
            killsInLargeBatches += kills;
            return verifyEverything(run);
          })
          .catch(async (error: Error) => {
            await reader.stop().catch(() => undefined);
            throw new Error(`${what}: ${error.message}`);
          });
        if (!isLong) continue;
        const seconds = Math.round((Date.now() - startedAtMs) / 100) / 10;
        const proven = { ...figures, killsInLargeBatches, reads: reader.reads, seconds };
        process.stdout.write(`${what}: ${JSON.stringify(proven)}\n`);
      }
      await reader.stop();
      expect(reader.reads).toBeGreaterThan(0);
      if (isLong) expect(killsInLargeBatches).toBeGreaterThan(0);
      // The catalog was edited in earnest: what came after it has the new names.
      const edited = await run.shown.reading.runSql({
        sql: `SELECT DISTINCT categorie LIKE '%(new)' FROM silver.ventes_clean ORDER BY 1`,
        rowLimit: 2,
        timeoutMs: 30_000,
      });
      expect(edited.rows).toContainEqual([true]);
      await run.stop();
    },
    timeoutMs,
  );

  it.skipIf(deltaRs === null)('leaves tables that delta-rs reads as we do', async () => {
    const { paths, streams } = run.parts;
    const { reading } = run.shown;
    const tables = await reading.lake.listTables();
    expect(tables.length).toBeGreaterThanOrEqual(
      5 + streams.flatMap(({ pack }) => pack.aggregates).length,
    );
    const expressions = Object.fromEntries(
      await Promise.all(
        tables.map(async (table) => {
          const snapshot = await reading.lake.snapshot(table);
          return [table, comparableExpressions(snapshot)] as const;
        }),
      ),
    );
    const answers = askDeltaRs(deltaRs!, paths.delta, expressions);
    for (const table of tables) {
      const own = await askOwnReader(reading, table, expressions[table]!);
      expect({ table, ...answers[table] }).toEqual({ table, ...own });
      expect(own.protocol).toEqual([1, 2]);
    }
  });
});

describe.concurrent('the ledger over tables that the job has written', () => {
  let copies = 0;
  /** Lends a copy of the tables. */
  async function withCopy(work: (tables: BrokenTables) => Promise<void>): Promise<void> {
    const { folder, paths } = run.parts;
    const { pack, packFolder } = run.shown;
    const copy = join(folder, `broken ${++copies}`);
    const tables = await BrokenTables.copy(paths, copy, pack, packFolder);
    await work(tables).finally(() => tables.close());
  }

  it('is green before the sabotage', () =>
    withCopy(async (tables) => expect(await tables.redRules()).toEqual({})));

  it.each(everySabotage)('turns red when $name', ({ commit, rule, finding }) =>
    withCopy(async (tables) => {
      await commit(tables);
      expect(await tables.redRules()).toMatchObject({ [rule]: expect.stringMatching(finding) });
    }),
  );

  it('turns red whichever aggregate is altered, and names it', async () => {
    const rest = run.shown.pack.aggregates.values();
    let altered = 0;
    const alterEach = async () => {
      for (const aggregate of rest) {
        await withCopy(async (tables) => {
          await alterAggregate(tables, aggregate);
          expect(await tables.redRules()).toEqual({ 4: expect.stringContaining(aggregate.table) });
        });
        altered += 1;
      }
    };
    await Promise.all([alterEach(), alterEach()]);
    expect(altered).toBe(run.shown.pack.aggregates.length);
  });
});
