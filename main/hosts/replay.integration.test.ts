import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runOnce } from './commands/run';

const folder = mkdtempSync(join(tmpdir(), 'deltadesk-replay-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('deltadesk run --replay', () => {
  it('sends a file once: the second replay gives duplicates alone', async () => {
    const file = join(folder, 'sales.csv');
    const at = new Date(Date.now() - 60_000).toISOString();
    const rows = Array.from(
      { length: 2_000 },
      (_, id) => `${id + 1},1,101,${at},1,899.99,France,Particulier`,
    );
    const header = 'vente_id,client_id,produit_id,timestamp,quantite,montant,pays,segment';
    writeFileSync(file, [header, ...rows, 'bad'].join('\n'));
    const options = {
      dataFolder: join(folder, 'data'),
      pack: 'sales',
      count: null,
      forMs: null,
      ratePerSecond: 100_000,
      seed: 1,
      replayFiles: [file],
      isAgreed: false,
    };
    const first = await runOnce(options, () => undefined);
    expect(first).toMatchObject({
      acknowledged: 2_000,
      silver: 2_000,
      duplicates: 0,
      ledger: 'ok',
    });
    expect(first.replay).toMatchObject({ events: 2_000, badLines: 1 });
    const second = await runOnce(options, () => undefined);
    expect(second).toMatchObject({
      acknowledged: 2_000,
      silver: 0,
      duplicates: 2_000,
      ledger: 'ok',
    });
  }, 240_000);

  it('sends nothing when a window of an event is closed already, and counts such events', async () => {
    const header = 'vente_id,client_id,produit_id,timestamp,quantite,montant,pays,segment';
    const write = (name: string, agesMs: number[]) => {
      const rows = agesMs.map((ageMs, id) => {
        const at = new Date(Date.now() - ageMs).toISOString();
        return `${id + 1},1,101,${at},1,899.99,France,Particulier`;
      });
      writeFileSync(join(folder, name), [header, ...rows].join('\n'));
      return [join(folder, name)];
    };
    const options = {
      dataFolder: join(folder, 'live'),
      pack: 'sales',
      count: null,
      forMs: null,
      ratePerSecond: 100_000,
      seed: 1,
      isAgreed: false,
    };
    await runOnce({ ...options, replayFiles: write('new.csv', [1_000]) }, () => undefined);
    const old = { ...options, replayFiles: write('old.csv', [7_200_000, 0]) };
    await expect(runOnce(old, () => undefined)).rejects.toMatchObject({
      failure: { code: 'REPLAY_WINDOWS_CLOSED', facts: { events: 1 } },
    });
  }, 120_000);
});
