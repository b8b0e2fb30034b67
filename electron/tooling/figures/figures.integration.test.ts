import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rootFolder } from '../../../main/settings/installation';
import { loadPack } from '../../../main/settings/load-pack';
import { dataPaths } from '../../../main/settings/paths';
import { TableReading } from '../../../main/reading/table-reading';
import { proveFigures } from './prove-figures';

const program = join(rootFolder, 'out', 'cli', 'deltadesk.cjs');
let dataFolder: string;
const opened: TableReading[] = [];

/** Tables of both packs, written by the real job, one pack after the other. */
beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'deltadesk-figures-'));
  for (const pack of ['sales', 'orders']) {
    const run = ['run', '--pack', pack, '--count', '1500', '--rate', '1500'];
    await promisify(execFile)(process.execPath, [program, ...run, '--data-folder', dataFolder]);
  }
}, 400_000);
afterAll(async () => {
  for (const reading of opened) await reading.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function read(name: string): Promise<TableReading> {
  const { pack, folder: packFolder } = loadPack(join(rootFolder, 'resources'), name);
  const reading = await TableReading.open({ paths: dataPaths(dataFolder), pack, packFolder });
  opened.push(reading);
  return reading;
}

describe.each([
  ['sales', 60, { country: 'FR,DE', category: 'Livres', range: '24h' }],
  ['orders', 20, { region: 'us-east,eu-west', range: '24h' }],
] as const)('the dashboard of %s', (pack, fewest, filters) => {
  it.each([
    ['as it opens', {}],
    ['filtered', filters],
    ['at an earlier version', { version: '1' }],
    [
      'in a range of one’s own',
      { range: 'custom', from: '2026-01-01T00:00:00Z', until: '2099-01-01T00:00:00Z' },
    ],
  ])('shows %s no figure that its SQL does not return', async (how, address) => {
    const proof = await proveFigures(await read(pack), pack, address);
    expect(proof.differences).toEqual([]);
    expect(proof.panels).toBeGreaterThan(5);
    if (how === 'as it opens') expect(proof.figures).toBeGreaterThan(fewest);
  });
});
