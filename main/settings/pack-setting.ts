import type { SettingDefinition } from '../contract/settings';
import type { StreamPack } from '../contract/stream-pack';
import { define } from './define-setting';
import type { Settings } from './settings';

/** The pack of whoever has chosen none. */
const usualPack = 'sales';
export const packSettingName = 'pipeline.pack';

/** Which of the packs is shown; others can run beside it. */
export const packSetting = (packs: readonly StreamPack[]): SettingDefinition =>
  define(
    packSettingName,
    [
      'Stream pack that is shown; the command line’s --pack decides it for one run',
      'Pack de flux montré ; --pack, en ligne de commande, en décide pour une exécution',
    ],
    { type: 'choice', options: packs.map(({ pack }) => pack) },
    usualPack,
  );

/** The pack that settings name. */
export const packOf = (settings: Settings): string => settings.text(packSettingName) ?? usualPack;
