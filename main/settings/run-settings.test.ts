import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packOf } from './pack-setting';
import { openRunSettings, type ToldSettings } from './run-settings';

const resources = join(__dirname, '../../resources');
let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deltadesk-run-settings-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const packWith = async (told: ToldSettings) =>
  packOf(await openRunSettings(resources, folder, told));
const write = () => writeFileSync(join(folder, 'settings.yaml'), 'pipeline:\n  pack: orders\n');

it('the pack is the usual one, else that of the settings, else that of the command line', async () => {
  expect(await packWith({})).toBe('sales');
  write();
  expect(await packWith({})).toBe('orders');
  expect(await packWith({ pack: null, set: ['pipeline.pack=orders'] })).toBe('orders');
  expect(await packWith({ pack: 'sales' })).toBe('sales');
});

it('a pack that is named in vain is refused as such', async () => {
  await expect(packWith({ pack: 'orderz' })).rejects.toMatchObject({
    failure: { code: 'PACK_UNKNOWN' },
  });
});

it('the command line decides it for its run, and the report says so', async () => {
  write();
  const { settings } = (await openRunSettings(resources, folder, { pack: 'sales' })).report();
  const setting = settings.find(({ name }) => name === 'pipeline.pack');
  expect(setting).toMatchObject({ value: 'sales', source: 'flag', takesEffect: 'next start' });
  expect(setting?.fixedBy).not.toBeNull();
});
