import { loadPack } from './load-pack';
import { openSettings } from './open-settings';
import { packSettingName } from './pack-setting';
import type { Settings } from './settings';

/** What a run was told beside the settings of its data folder. */
export interface ToldSettings {
  /** `--pack`; null or absent where none was named. */
  readonly pack?: string | null;
  /** `--set`, each `NAME=VALUE`. */
  readonly set?: readonly string[];
}

/** The settings of a run. Fails like `openSettings`, and with `PACK_UNKNOWN` for a pack named in vain. */
export async function openRunSettings(
  resourcesFolder: string,
  dataFolder: string,
  { pack = null, set = [] }: ToldSettings,
): Promise<Settings> {
  if (pack !== null) loadPack(resourcesFolder, pack);
  const named = pack === null ? [] : [`${packSettingName}=${pack}`];
  return openSettings(resourcesFolder, dataFolder, [...named, ...set]);
}
