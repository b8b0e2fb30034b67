import type { SettingDefinition } from '../contract/settings';
import { define } from './define-setting';

const atOnce = { takesEffect: 'at once' } as const;
const flag = { type: 'flag' } as const;

/** How the desktop starts, closes and tells (ux.md sections 5.8 and 6); other doors pass them over. */
export const desktopSettings: readonly SettingDefinition[] = [
  define(
    'general.startAtLogin',
    ['Desktop: start Deltadesk at login', 'Bureau : lancer Deltadesk à l’ouverture de session'],
    flag,
    false,
    atOnce,
  ),
  define(
    'general.startMinimised',
    [
      'Desktop: start without window, in the tray',
      'Bureau : démarrer sans fenêtre, dans la zone de notification',
    ],
    flag,
    false,
  ),
  define(
    'general.closingWindow',
    [
      'Desktop: closing the window while the pipeline runs. Automatic hides it, or asks where there is no tray',
      'Bureau : fermer la fenêtre quand le pipeline tourne. Le mode automatique la cache, ou demande sans zone de notification',
    ],
    { type: 'choice', options: ['automatic', 'hide', 'quit', 'ask'] },
    'automatic',
    atOnce,
  ),
  define(
    'general.notifications',
    [
      'Desktop: notifications while the window is in the background',
      'Bureau : notifications quand la fenêtre est en arrière-plan',
    ],
    flag,
    true,
    atOnce,
  ),
];
