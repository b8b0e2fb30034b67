import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepDataFolderChoice, usualDataFolder } from './chosen-data-folder';
import { defaultDataFolder } from './data-folder';

// A folder that the system keeps: choices in a temporary one are refused.
let kept = '';
let environment: Record<string, string> = {};
beforeEach(() => {
  kept = mkdtempSync(join(homedir(), '.deltadesk-test-'));
  environment = { XDG_DATA_HOME: join(kept, 'share') };
});
afterEach(() => rmSync(kept, { recursive: true }));

it('a folder that was chosen is used until the default is chosen again', async () => {
  const usual = defaultDataFolder(environment, 'linux');
  expect(usualDataFolder(environment)).toBe(usual);
  const chosen = join(kept, 'a lake é');
  await keepDataFolderChoice(chosen, environment);
  expect(usualDataFolder(environment)).toBe(chosen);
  await keepDataFolderChoice(usual, environment);
  expect(usualDataFolder(environment)).toBe(usual);
});

it('a temporary folder is refused, also behind a link, and so is a path that is not whole', async () => {
  const link = join(kept, 'link');
  symlinkSync(tmpdir(), link);
  for (const folder of [join(tmpdir(), 'x'), tmpdir(), join(link, 'deltadesk-refused'), 'x/y']) {
    const refusal = keepDataFolderChoice(folder, environment);
    await expect(refusal, folder).rejects.toMatchObject({
      failure: { code: 'DATA_FOLDER_DENIED' },
    });
  }
  rmSync(join(tmpdir(), 'deltadesk-refused'), { recursive: true, force: true });
  expect(usualDataFolder(environment)).toBe(defaultDataFolder(environment, 'linux'));
});

it('a choice that cannot be read is none', () => {
  const usual = defaultDataFolder(environment, 'linux');
  mkdirSync(join(kept, 'share'));
  writeFileSync(`${usual}.data-folder`, 'not/whole\n');
  expect(usualDataFolder(environment)).toBe(usual);
});
