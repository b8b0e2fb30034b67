import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findInstallation, openInstallation } from './installation';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deltadesk-installation-'));
  writeFileSync(join(root, 'package.json'), '{"version":"1.2.3"}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('a window opens without jars; the start that comes then says what is missing', async () => {
  const installation = await openInstallation(root);
  expect(installation).toMatchObject({ version: '1.2.3', java: '' });
  await expect(installation.requirePrograms?.()).rejects.toMatchObject({
    failure: { code: 'JARS_MISSING' },
  });
  await expect(findInstallation(root)).rejects.toMatchObject({
    failure: { code: 'JARS_MISSING' },
  });
});

it('what was installed meanwhile is found by the next start', async () => {
  const installation = await openInstallation(root);
  for (const part of ['broker', 'spark', 'job'])
    mkdirSync(join(root, 'out', 'jars', part), { recursive: true });
  await installation.requirePrograms?.();
  expect(installation.java).not.toBe('');
});
