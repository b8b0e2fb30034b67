import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toFailure } from '../contract/failure';
import { defaultDataFolder, prepareDataFolder } from './data-folder';
import { dataPaths } from './paths';

let parent: string;
beforeEach(() => (parent = mkdtempSync(join(tmpdir(), 'deltadesk-folder-'))));
afterEach(() => rmSync(parent, { recursive: true }));

const failureOf = (promise: Promise<unknown>) => promise.then(() => null, toFailure);
const isLinux = process.platform === 'linux';

describe('prepareDataFolder', () => {
  it('makes the folder and those inside it, for this user alone', async () => {
    const folder = join(parent, 'not', 'there', 'yet');
    await prepareDataFolder(folder);
    const { run, logs } = dataPaths(folder);
    for (const made of [folder, run, logs]) expect(statSync(made).mode & 0o777).toBe(0o700);
  });

  it('takes a folder that is there, also through a link, and leaves no trace of its try', async () => {
    const folder = join(parent, 'link');
    mkdirSync(join(parent, 'real'));
    symlinkSync(join(parent, 'real'), folder);
    await prepareDataFolder(folder);
    await prepareDataFolder(folder);
    expect(existsSync(join(parent, 'real', 'run'))).toBe(true);
  });

  it.each([
    ['a file', 'file'],
    ['a folder below a file', join('file', 'below', 'it')],
  ])('refuses %s', async (_, name) => {
    writeFileSync(join(parent, 'file'), '');
    const folder = join(parent, name);
    expect(await failureOf(prepareDataFolder(folder))).toMatchObject({
      code: 'DATA_FOLDER_NOT_A_FOLDER',
      facts: { folder },
    });
  });

  it('names the inner folder that is a file', async () => {
    const file = join(parent, 'kafka');
    writeFileSync(file, '');
    expect(await failureOf(prepareDataFolder(parent))).toMatchObject({
      code: 'DATA_FOLDER_NOT_A_FOLDER',
      facts: { folder: file },
    });
  });

  it.runIf(isLinux).each(['/proc/deltadesk/data', '/proc', '/sys/deltadesk', '/sys/kernel'])(
    'refuses %s, where nobody can write, with a reason',
    async (folder) => {
      const failure = await failureOf(prepareDataFolder(folder));
      expect(failure).toMatchObject({ code: 'DATA_FOLDER_DENIED', facts: { folder } });
      expect(failure?.facts['reason']).toMatch(
        /^(you have no right|it cannot be created|the file)/,
      );
    },
  );

  it('says why a name cannot be', async () => {
    const failure = await failureOf(prepareDataFolder(join(parent, 'x'.repeat(300))));
    expect(failure?.facts['reason']).toBe('the name is too long');
  });
});

describe('defaultDataFolder', () => {
  it('follows XDG_DATA_HOME on Linux, unless it is relative', () => {
    const folder = (given: string) => defaultDataFolder({ XDG_DATA_HOME: given }, 'linux');
    expect(folder('/srv/data')).toBe(join('/srv/data', 'Deltadesk'));
    expect(folder('data')).toBe(folder(''));
    expect(folder('')).toMatch(/\.local.share.Deltadesk$/);
  });

  it.each(['win32', 'darwin'] as const)('is a folder of its own on %s', (platform) => {
    expect(defaultDataFolder({}, platform)).toMatch(/(AppData|Library).+Deltadesk$/);
  });
});
