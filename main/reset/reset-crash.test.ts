import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { prepareDataFolder } from '../settings/data-folder';
import { dataPaths, type DataPaths } from '../settings/paths';
import { finishReset } from './run-reset';

const tableFiles = 2_000;

/** Resets the data of the folder that it reads from stdin. */
const program = `
  import { once } from 'node:events';
  import { runnerImport } from 'vite';
  const [, resetModule, pathsModule] = process.argv;
  const { module: { runReset } } = await runnerImport(resetModule);
  const { module: { dataPaths } } = await runnerImport(pathsModule);
  console.log('loaded');
  const [folder] = await once(process.stdin, 'data');
  const request = { level: 'data', from: 'latest', confirmation: 'data' };
  await runReset(dataPaths(String(folder).trim()), request);
  process.exit();`;

function fill(paths: DataPaths): void {
  for (const folder of [paths.table('silver.clean'), paths.checkpoint('sales')]) {
    mkdirSync(folder, { recursive: true });
    for (let file = 0; file < tableFiles; file++) writeFileSync(join(folder, `part-${file}`), '');
  }
}

/**
 * Kills a process that resets the folder in the very moment in which `isSo` holds. False when that
 * moment passed unseen, because no core was free for this process, and the other ended by itself.
 */
async function killWhen(paths: DataPaths, isSo: () => boolean): Promise<boolean> {
  const modules = ['run-reset.ts', '../settings/paths.ts'].map((name) => join(__dirname, name));
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, ...modules], {
    cwd: __dirname,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  await new Promise((resolve) => child.stdin.write(`${paths.dataFolder}\n`, resolve));
  const endMs = Date.now() + 3_000;
  // No turn of the event loop: the moments are shorter than one.
  while (!isSo() && Date.now() < endMs);
  child.kill('SIGKILL');
  return (await ended)[1] === 'SIGKILL';
}

const trashOf = (paths: DataPaths) =>
  readdirSync(paths.run).find((name) => name.startsWith('trash-')) ?? 'none';

it.each([
  ['the intent is written', (paths: DataPaths) => existsSync(paths.resetIntent)],
  ['the tables are gone', (paths: DataPaths) => !existsSync(paths.delta)],
  [
    'the disk is being freed',
    (paths: DataPaths) =>
      existsSync(join(paths.run, trashOf(paths), 'checkpoints')) && !existsSync(paths.resetIntent),
  ],
])('leaves no half table when it is killed as %s', { timeout: 60_000 }, async (_, isSo) => {
  const paths = dataPaths(mkdtempSync(join(tmpdir(), 'deltadesk-reset-crash-')));
  try {
    await prepareDataFolder(paths.dataFolder);
    fill(paths);
    let attempts = 1;
    while (!(await killWhen(paths, () => isSo(paths)))) {
      expect(attempts++, 'attempts to see the moment').toBeLessThan(5);
      fill(paths);
    }
    const table = paths.table('silver.clean');
    const left = existsSync(table) ? readdirSync(table).length : 0;
    expect([0, tableFiles]).toContain(left);

    await finishReset(paths);
    expect(existsSync(table)).toBe(false);
    expect(readdirSync(paths.checkpoint('sales'))).toEqual(['reset.json']);
    expect(readdirSync(paths.run)).toEqual([]);
  } finally {
    rmSync(paths.dataFolder, { recursive: true });
  }
});
