import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Lake } from './delta/lake';
import { readFirstRun } from './first-run';
import { dataPaths } from './settings/paths';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deltadesk-first-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (runs = '[]') => {
  const paths = dataPaths(folder);
  const history = { readJson: async () => runs };
  const lake = new Lake(paths.delta);
  return readFirstRun({ paths, lake, history, sample: { isThere: () => true } });
};

it('a folder is new until something was started in it', async () => {
  expect(await read()).toMatchObject({ isNew: true, hasSample: true });
  // Prepared, and no more.
  mkdirSync(join(folder, 'kafka'));
  mkdirSync(join(folder, 'delta'));
  expect((await read()).isNew).toBe(true);
});

it('a run that left nothing else makes it a known one', async () => {
  expect((await read('[{"run_id":"1"}]')).isNew).toBe(false);
});

it('so does a broker that was set up', async () => {
  mkdirSync(join(folder, 'kafka'));
  writeFileSync(join(folder, 'kafka', 'server.properties'), '');
  expect((await read()).isNew).toBe(false);
});

it('tells what is needed beside what is there', async () => {
  const { freeBytes, neededBytes, advisedBytes, memoryBytes } = await read();
  expect(freeBytes).toBeGreaterThan(0);
  expect(memoryBytes).toBeGreaterThan(0);
  expect(advisedBytes).toBeGreaterThan(neededBytes);
});
