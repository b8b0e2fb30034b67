import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { derivedSettings } from './derived-settings';
import { dataPaths } from './paths';
import { loadPack } from './load-pack';
import { settingDefinitions } from './setting-definitions';
import { Settings } from './settings';

/**
 * The settings of a data folder, of this process's environment and of `flags` (`NAME=VALUE`), with
 * the numbers of every shipped pack. Fails like `Settings.open` and `loadPack`.
 */
export function openSettings(
  resourcesFolder: string,
  dataFolder: string,
  flags: readonly string[] = [],
): Promise<Settings> {
  const names = readdirSync(join(resourcesFolder, 'streams'));
  const packs = names.sort().map((name) => loadPack(resourcesFolder, name).pack);
  const paths = dataPaths(dataFolder);
  return Settings.open({
    file: paths.settings,
    definitions: [...settingDefinitions(packs), ...derivedSettings(paths)],
    environment: process.env,
    flags,
  });
}
