import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OurPaths } from './our-paths';

let root = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'deltadesk-paths-')));
  for (const folder of ['data/logs', 'data-other', 'out/pack', 'earlier'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'data/logs/app.log'), '');
  writeFileSync(join(root, 'out/pack/a.csv'), '');
  writeFileSync(join(root, 'secret'), '');
});
afterEach(() => rmSync(root, { recursive: true }));

const paths = () => new OurPaths(join(root, 'data'), async () => [join(root, 'earlier')]);
const refused = { failure: { code: 'REQUEST_INVALID' } };

describe('what may be shown in the file manager', () => {
  it('is the data folder and all in it', async () => {
    for (const own of ['data', 'data/logs/app.log'])
      expect(await paths().resolve(join(root, own))).toBe(join(root, own));
  });

  it('is what an export of this run or an earlier one wrote', async () => {
    const ours = paths();
    await expect(ours.resolve(join(root, 'out/pack/a.csv'))).rejects.toMatchObject(refused);
    ours.note(join(root, 'out/pack'));
    expect(await ours.resolve(join(root, 'out/pack/a.csv'))).toBe(join(root, 'out/pack/a.csv'));
    expect(await ours.resolve(join(root, 'earlier'))).toBe(join(root, 'earlier'));
    await expect(ours.resolve(join(root, 'out'))).rejects.toMatchObject(refused);
  });

  it('is nothing else: no neighbour, no way up, no link out, no half or missing path', async () => {
    symlinkSync(join(root, 'secret'), join(root, 'data/link'));
    for (const other of [
      join(root, 'secret'),
      join(root, 'data-other'),
      `${root}/data/../secret`,
      join(root, 'data/link'),
      join(root, 'data/missing'),
      'data/logs',
      `${root}/data\0`,
      '//server/share',
      '/etc/passwd',
    ])
      await expect(paths().resolve(other), other).rejects.toMatchObject(refused);
  });
});
