import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { shippedFolders } from './installation';
import { openSettings } from './open-settings';

const topic = 'packs.sales.topic';
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-settings-file-'));
  file = join(folder, 'settings.yaml');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => openSettings(shippedFolders().resourcesFolder, folder);

it('what is of one pack stands a level deeper', async () => {
  writeFileSync(file, 'packs:\n  sales:\n    topic: shop # mine\n');
  const settings = await open();
  expect(settings.text(topic)).toBe('shop');
  await settings.change(topic, 'bills');
  await settings.change('packs.orders.topic', 'shop');
  expect(readFileSync(file, 'utf8')).toBe(
    'packs:\n  sales:\n    topic: bills # mine\n  orders:\n    topic: shop\n',
  );
  await settings.reset(topic);
  expect((await open()).text(topic)).toBe('ventes_stream');
});

it('a value where a pack was expected is passed over, told and left alone', async () => {
  writeFileSync(file, 'packs:\n  sales: shop\n');
  const settings = await open();
  expect(settings.report().problems.map(({ message }) => message)).toEqual([
    'packs.sales is not a setting; it was passed over.',
  ]);
  await expect(settings.change(topic, 'bills')).rejects.toMatchObject({
    failure: { facts: { reason: '"packs.sales" must hold names with values' } },
  });
  expect(readFileSync(file, 'utf8')).toContain('sales: shop');
});
