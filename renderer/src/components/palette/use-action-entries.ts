import { useStore } from 'zustand';
import { labelled, languageChoices, t } from '../../languages/language';
import { runShortcut, shortcutHandlers } from '../../shortcuts/shortcut-registry';
import type { ShortcutId } from '../../shortcuts/shortcut-table';
import { readDataView, tablePath } from '../../pages/data/data-address';
import { useStores } from '../../state/stores';
import { themeChoices } from '../../state/theme-store';
import { shortcutName } from '../shortcuts-overlay';
import type { PaletteEntry } from './palette-entry';

/** Actions that a part of the page may have taken: those of the present view. */
const taken = ['refresh', 'find', 'export-view', 'copy-rows', 'cancel', 'help'] as const;

/** What can be done now: state decides which, and the view which of its shortcuts it has taken. */
export function useActionEntries(quit: () => void): PaletteEntry[] {
  const state = useStores('overview', ({ overview }) => overview?.pipeline.state ?? null);
  const open = useStores('address', (address) => address.open);
  const view = readDataView(useStores('address', ({ address }) => address));
  const openSample = useStores('sample', (sample) => sample.open);
  const chooseTheme = useStores('theme', (theme) => theme.choose);
  const chooseLanguage = useStores('language', (language) => language.choose);
  const handlers = useStore(shortcutHandlers, (registry) => registry.handlers);
  const action = (id: string, name: string, run: () => void, shortcut?: ShortcutId) => ({
    ...{ id: `action:${id}`, group: 'actions' as const, name, run },
    ...(shortcut && { shortcut }),
  });
  const startStop =
    state === null || state === 'stopping' || !handlers.has('start-stop')
      ? []
      : [
          action(
            'start-stop',
            t(`palette.startStop.${state}`),
            () => void runShortcut('start-stop'),
            'start-stop',
          ),
        ];
  return [
    ...startStop,
    ...taken
      .filter((id) => handlers.has(id))
      .map((id) => action(id, shortcutName(id), () => void runShortcut(id), id)),
    action('sql', t('palette.sql'), () => open('/data/sql')),
    ...(view.kind === 'table'
      ? [
          action('upkeep', t('upkeep.inPalette', { table: view.table }), () =>
            open(tablePath(view.table), { tab: 'files' }),
          ),
        ]
      : []),
    action('tour', t('palette.tour'), () => open('/pipeline', { tour: '1' })),
    action('concepts', t('concepts.title'), () => open('/learn')),
    ...(state === 'stopped' || state === 'failed'
      ? [action('sample', t('sample.open'), () => void openSample().then(() => open('/dashboard')))]
      : []),
    action('bundle', t('palette.bundle'), () => open('/diagnostics')),
    action('quit', t('palette.quit'), quit),
    ...themeChoices.map((choice) => ({
      id: `theme:${choice}`,
      group: 'appearance' as const,
      name: t(`theme.${choice}`),
      run: () => chooseTheme(choice),
    })),
    ...languageChoices.map((choice) => ({
      id: `language:${choice}`,
      group: 'appearance' as const,
      name: labelled(t('language.label'), t(`language.${choice}`)),
      run: () => chooseLanguage(choice),
    })),
  ];
}
