import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeBundle } from './commands/bundle';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deltadesk-bundle-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('is written whole, and a path that cannot be is a plain failure', async () => {
  const bundle = (to: string) =>
    writeBundle(to, 'bundle.zip', () => Promise.resolve(Readable.from(['zip'])));
  const target = join(folder, 'target');
  mkdirSync(target);
  expect(await bundle(target)).toBe(join(target, 'bundle.zip'));
  expect(readdirSync(target)).toEqual(['bundle.zip']);

  writeFileSync(join(folder, 'file'), '');
  await expect(bundle(join(folder, 'file', 'x.zip'))).rejects.toMatchObject({
    failure: { code: 'EXPORT_PATH_DENIED', facts: { folder: join(folder, 'file') } },
  });
  await expect(bundle(join(folder, 'none', 'x.zip'))).rejects.toMatchObject({
    failure: { code: 'EXPORT_PATH_MISSING', facts: { folder: join(folder, 'none') } },
  });
});
