import { Command } from 'commander';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { settlePack } from './settle-pack';
import { packOption } from './verb';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-settle-'));
  writeFileSync(join(folder, 'settings.yaml'), 'pipeline:\n  pack: orders\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function packOf(verb: string, ...args: string[]): Promise<unknown> {
  let pack: unknown;
  const program = new Command().hook('preAction', (_, command) => settlePack(command));
  program
    .command(verb)
    .option('--data-folder <folder>')
    .addOption(packOption())
    .action((options: { pack: unknown }) => void (pack = options.pack));
  await program.parseAsync([verb, '--data-folder', folder, ...args], { from: 'user' });
  return pack;
}

it('a verb without --pack reads the pack of the settings, one that is named wins', async () => {
  expect(await packOf('query')).toBe('orders');
  expect(await packOf('query', '--pack', 'sales')).toBe('sales');
});

it('who opens an instance leaves the choice to its settings', async () => {
  expect(await packOf('start')).toBeNull();
  expect(await packOf('app', '--pack', 'sales')).toBe('sales');
});

it('a measurement in a folder of its own heeds no settings; nor do settings that are torn', async () => {
  expect(await packOf('bench')).toBe('sales');
  writeFileSync(join(folder, 'settings.yaml'), 'pipeline: [');
  expect(await packOf('query')).toBe('sales');
});
