import type { PackCatalogBook } from '../catalogs/catalogs';
import type { Handlers } from '../contract/api';
import { invalidSetting, sayReason } from '../contract/reason-sentences';
import { confirmingWord } from '../contract/unsafe-settings';
import { KeptTextFile } from '../kept-texts';
import type { DataPaths } from '../settings/paths';
import type { Settings } from '../settings/settings';

/** What a person can change, and where a window keeps what it keeps. */
export interface SettingsParts {
  readonly settings: Settings;
  readonly catalogs: Pick<PackCatalogBook, 'read' | 'change' | 'reset'>;
  readonly paths: DataPaths;
}

type Names =
  | 'settings.read'
  | 'setting.change'
  | 'setting.reset'
  | 'catalogs.read'
  | 'catalog.change'
  | 'catalog.reset'
  | 'keptTexts.read'
  | 'keptText.keep';

/** Answers about settings, catalogs and the texts that windows keep. */
export function settingsHandlers(parts: SettingsParts): Pick<Handlers, Names> {
  const { settings, catalogs, paths } = parts;
  const kept = new KeptTextFile(paths.keptTexts);
  return {
    'settings.read': async () => settings.report(),
    'setting.change': async ({ name, value, confirmation }) => {
      const word = confirmingWord(name, value);
      if (word !== null && confirmation !== word)
        throw invalidSetting(name, sayReason('notConfirmed', { word }));
      return settings.change(name, value);
    },
    'setting.reset': ({ name }) => settings.reset(name),
    'catalogs.read': async () => catalogs.read(),
    'catalog.change': ({ pack, name, rows }) => catalogs.change(pack, name, rows),
    'catalog.reset': ({ pack, name }) => catalogs.reset(pack, name),
    'keptTexts.read': () => kept.read(),
    'keptText.keep': async (request) => {
      await kept.keep(request);
      return {};
    },
  };
}
