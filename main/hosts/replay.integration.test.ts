import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runOnce } from './commands/run';

const folder = mkdtempSync(join(tmpdir(), 'deltadesk-replay-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header = 'vente_id,client_id,produit_id,timestamp,quantite,montant,pays,segment';
const options = {
  dataFolder: join(folder, 'data'),
  pack: 'sales',
  count: null,
  forMs: null,
  ratePerSecond: 100_000,
  seed: 1,
  isAgreed: false,
};

/** A file of sales that are so old, and of lines that are none. */
function write(name: string, agesMs: number[], badLines: string[] = []): string[] {
  const rows = agesMs.map((ageMs, id) => {
    const at = new Date(Date.now() - ageMs).toISOString();
    return `${id + 1},1,101,${at},1,899.99,France,Particulier`;
  });
  writeFileSync(join(folder, name), [header, ...rows, ...badLines].join('\n'));
  return [join(folder, name)];
}

const replay = (replayFiles: string[]) => runOnce({ ...options, replayFiles }, () => undefined);

describe('deltadesk run --replay', () => {
  let once: string[];
  beforeAll(async () => {
    once = write('sales.csv', Array<number>(2_000).fill(60_000), ['bad']);
    const first = await replay(once);
    expect(first).toMatchObject({
      acknowledged: 2_000,
      silver: 2_000,
      duplicates: 0,
      ledger: 'ok',
    });
    expect(first.replay).toMatchObject({ events: 2_000, badLines: 1 });
  });

  it('sends a file once: the second replay gives duplicates alone', async () => {
    expect(await replay(once)).toMatchObject({
      acknowledged: 2_000,
      silver: 0,
      duplicates: 2_000,
      ledger: 'ok',
    });
  });

  it('sends nothing when a window of an event is closed already, and counts such events', async () => {
    await expect(replay(write('old.csv', [7_200_000, 0]))).rejects.toMatchObject({
      failure: { code: 'REPLAY_WINDOWS_CLOSED', facts: { events: 1 } },
    });
  });
});
