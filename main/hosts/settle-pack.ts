import type { Command } from 'commander';
import { shippedFolders } from '../settings/installation';
import { packOf } from '../settings/pack-setting';
import { openRunSettings } from '../settings/run-settings';

/** They open an instance, which reads the settings itself: a change there counts at its next start. */
const instanceVerbs = ['app', 'start'];
/** It measures in folders of its own, which have no settings. */
const ownFolders = ['bench'];

/**
 * Gives a command without `--pack` the pack that the settings of its data folder name, so that what
 * is read without an instance is what an instance would show.
 */
export async function settlePack(command: Command): Promise<void> {
  const knowsPack = command.options.some((option) => option.attributeName() === 'pack');
  const options = command.opts<{ pack?: string; dataFolder: string }>();
  if (!knowsPack || options.pack !== undefined) return;
  if (instanceVerbs.includes(command.name())) command.setOptionValue('pack', null);
  else command.setOptionValue('pack', await packFor(command.name(), options.dataFolder));
}

async function packFor(verb: string, dataFolder: string): Promise<string> {
  const { resourcesFolder } = shippedFolders();
  if (ownFolders.includes(verb)) return 'sales';
  // Settings that cannot be read are told by whatever works with them.
  return openRunSettings(resourcesFolder, dataFolder, {}).then(packOf, () => 'sales');
}
