import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { usualDataFolder } from '../settings/chosen-data-folder';
import { defaultDataFolder } from '../settings/data-folder';
import { isUsualFolder, makeUsual } from './move-data-folder';

// A folder that the system keeps: a temporary one cannot become the usual one.
let kept = '';
let environment: Record<string, string> = {};
let usual = '';
let to = '';
beforeEach(() => {
  kept = mkdtempSync(join(realpathSync(homedir()), '.deltadesk-test-'));
  environment = { XDG_DATA_HOME: join(kept, 'share') };
  usual = defaultDataFolder(environment);
  to = join(kept, 'moved');
  mkdirSync(usual, { recursive: true });
  mkdirSync(to);
});
afterEach(() => rmSync(kept, { recursive: true }));

/** As a move does. */
const use = async (from: string, target = to, variables = {}) =>
  (await isUsualFolder(from, { ...environment, ...variables })) && makeUsual(target, environment);

it.runIf(process.platform === 'linux')(
  'a moved folder that starts use by themselves is the usual one from then on',
  async () => {
    expect(await use(usual)).toBe(true);
    expect(usualDataFolder(environment)).toBe(to);
    const next = join(kept, 'moved again');
    mkdirSync(next);
    expect(await use(to, next)).toBe(true);
    expect(usualDataFolder(environment)).toBe(next);
  },
);

it('a moved folder that starts name is theirs to name anew, and a temporary one is not kept', async () => {
  expect(await use(usual, to, { DELTADESK_DATA_FOLDER: usual })).toBe(false);
  expect(await use(to)).toBe(false);
  expect(await use(usual, join(tmpdir(), 'deltadesk-moved'))).toBe(false);
  expect(usualDataFolder(environment)).toBe(usual);
});
