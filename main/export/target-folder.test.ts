import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareTarget, toPathFailure, whyInvalid } from './target-folder';

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'deltadesk-target-'));
  mkdirSync(join(place, 'data', 'exports'), { recursive: true });
  writeFileSync(join(place, 'file'), '');
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const prepare = (folder: string, create = false) =>
  prepareTarget(folder, { dataFolder: join(place, 'data'), create });
const code = (wanted: string) => ({ failure: { code: wanted } });

describe('target-folder', () => {
  it.each([
    ['C:\\Exports\\CON', 'device'],
    ['C:\\Exports\\nul.txt\\x', 'device'],
    ['C:\\Exports\\COM1', 'device'],
    ['C:\\Exports\\end.', 'dot or space'],
    ['C:\\Exports\\end \\x', 'dot or space'],
    ['C:\\Ex|ports', 'not allowed'],
    ['C:\\Ex:ports', 'not allowed'],
    [`C:\\${'a'.repeat(200)}`, 'too long'],
    ['Exports', 'not an absolute'],
  ])('Windows takes no %s', (folder, reason) => {
    expect(whyInvalid(folder, 'win32')).toContain(reason);
  });

  it.each(['C:\\Exports été\\a.b', "\\\\server\\share\\o'neil", 'D:/x/console'])(
    'Windows takes %s',
    (folder) => expect(whyInvalid(folder, 'win32')).toBeNull(),
  );

  it('other systems take names that Windows does not, but none that is too long', () => {
    expect(whyInvalid('/exports/CON/a|b.', 'linux')).toBeNull();
    expect(whyInvalid(`/exports/${'é'.repeat(128)}`, 'linux')).toContain('too long');
  });

  it('a missing folder is made only when asked for', async () => {
    const folder = join(place, 'new', 'folder');
    await expect(prepare(folder)).rejects.toMatchObject(code('EXPORT_PATH_MISSING'));
    expect(await prepare(folder, true)).toContain(join('new', 'folder'));
    expect(await prepare(folder)).toContain(join('new', 'folder'));
  });

  it('a file is no folder, nor is what would be below it', async () => {
    const file = join(place, 'file');
    await expect(prepare(file)).rejects.toMatchObject(code('EXPORT_PATH_DENIED'));
    await expect(prepare(join(file, 'x'), true)).rejects.toMatchObject(code('EXPORT_PATH_DENIED'));
  });

  it('the data folder is refused, also through a link and where nothing is yet', async () => {
    symlinkSync(join(place, 'data'), join(place, 'link'));
    const inside = [
      join(place, 'data'),
      join(place, 'data', 'exports'),
      join(place, 'link', 'new'),
    ];
    for (const folder of inside) {
      await expect(prepare(folder, true)).rejects.toMatchObject(code('EXPORT_PATH_INSIDE_DATA'));
    }
    expect(await prepare(join(place, 'data2'), true)).toContain('data2');
  });

  it('a file system that takes no files is denied', async (context) => {
    // No right lets a folder be made in /proc.
    if (process.platform !== 'linux') return context.skip();
    await expect(prepare('/proc/deltadesk', true)).rejects.toMatchObject(
      code('EXPORT_PATH_DENIED'),
    );
  });

  it('a folder without the right to write is denied', async (context) => {
    if (process.getuid?.() !== 0) return context.skip();
    const folder = join(place, 'immutable');
    mkdirSync(folder);
    try {
      execFileSync('chattr', ['+i', folder], { stdio: 'ignore' });
    } catch {
      return context.skip();
    }
    try {
      await expect(prepare(join(folder, 'x'), true)).rejects.toMatchObject(
        code('EXPORT_PATH_DENIED'),
      );
    } finally {
      execFileSync('chattr', ['-i', folder]);
    }
  });

  it('a share that is gone is told apart from a missing folder', () => {
    const gone = Object.assign(new Error('gone'), { code: 'ESTALE' });
    expect(toPathFailure(gone, '/mnt/share')).toMatchObject(code('EXPORT_PATH_UNREACHABLE'));
  });
});
