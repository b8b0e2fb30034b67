import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { toFailure } from '../contract/failure';
import { shippedFolders } from '../settings/installation';
import { openSettings } from '../settings/open-settings';
import { dataPaths } from '../settings/paths';
import { settingsHandlers } from './settings-handlers';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deltadesk-handlers-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('a retention below 168 hours is kept with the typed word alone, whoever asks', async () => {
  const paths = dataPaths(folder);
  const settings = await openSettings(shippedFolders().resourcesFolder, folder);
  const catalogs = { read: () => ({ catalogs: [] }), change: never, reset: never };
  const { 'setting.change': change } = settingsHandlers({ settings, catalogs, paths });
  const keep = (value: number | null, confirmation?: string) =>
    Promise.resolve(change({ name: 'tables.vacuumRetentionHours', value, confirmation })).then(
      () => readFileSync(paths.settings, 'utf8').trim(),
      (error: unknown) => toFailure(error).facts,
    );
  const refusal = { reason: expect.stringContaining('type the word vacuum') as string };
  expect(await keep(24)).toMatchObject(refusal);
  expect(await keep(24, 'yes')).toMatchObject(refusal);
  expect(await keep(168)).toMatch(/vacuumRetentionHours: 168$/);
  expect(await keep(167, 'vacuum')).toMatch(/vacuumRetentionHours: 167$/);
});

const never = () => Promise.reject(new Error('not asked for here'));
