import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { KeptTextFile } from './kept-texts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deltadesk-kept-texts-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('keeps texts over a restart, also many at once, and forgets what is null', async () => {
  const file = join(folder, 'run', 'window.json');
  const kept = new KeptTextFile(file);
  await Promise.all(['a', 'b', 'c'].map((name) => kept.keep({ name, text: `text ${name}` })));
  await kept.keep({ name: 'b', text: null });
  expect(await new KeptTextFile(file).read()).toEqual({ texts: { a: 'text a', c: 'text c' } });
});

it('a damaged file is as none', async () => {
  const file = join(folder, 'window.json');
  writeFileSync(file, '{"texts":');
  const kept = new KeptTextFile(file);
  expect(await kept.read()).toEqual({ texts: {} });
  await kept.keep({ name: 'a', text: 'b' });
  expect(await new KeptTextFile(file).read()).toEqual({ texts: { a: 'b' } });
});

it('the newest 500 stay', async () => {
  const kept = new KeptTextFile(join(folder, 'window.json'));
  for (let index = 0; index < 501; index++) await kept.keep({ name: `n${index}`, text: '' });
  const { texts } = await kept.read();
  expect([Object.keys(texts).length, 'n0' in texts, 'n500' in texts]).toEqual([500, false, true]);
});
