import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { earlyText } from './early-text';
import type { KeptStore } from './kept-store';

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];
/** What is shown after `system` was resolved. */
export type Theme = 'light' | 'dark';

export interface ThemeState {
  readonly choice: ThemeChoice;
  readonly theme: Theme;
  choose(choice: ThemeChoice): void;
}
export type ThemeStore = StoreApi<ThemeState>;

/** The parts of the page that the theme touches. */
export type ThemePage = Pick<Window, 'matchMedia' | 'localStorage' | 'document'>;

/**
 * The theme, kept in the data folder, written to `data-theme` of the document element;
 * `system` follows the system while the page is open.
 */
export function createThemeStore(page: ThemePage, kept: KeptStore): ThemeStore {
  const systemDark = page.matchMedia('(prefers-color-scheme: dark)');
  const resolve = (choice: ThemeChoice): Theme =>
    choice === 'system' ? (systemDark.matches ? 'dark' : 'light') : choice;
  const text = earlyText('theme', page.localStorage, kept);
  const choiceOf = (stored: string | null): ThemeChoice =>
    themeChoices.find((choice) => choice === stored) ?? 'system';
  // What the host knows is newer than the page's own copy.
  const initial = choiceOf(page.document.documentElement.dataset['keptTheme'] ?? text.read());

  const store = createStore<ThemeState>()((set) => ({
    choice: initial,
    theme: resolve(initial),
    choose(choice) {
      text.keep(choice, null);
      set({ choice, theme: resolve(choice) });
    },
  }));
  const apply = ({ theme }: ThemeState) => {
    page.document.documentElement.dataset['theme'] = theme;
  };
  apply(store.getState());
  store.subscribe(apply);
  text.follow((stored) => {
    const choice = choiceOf(stored);
    store.setState({ choice, theme: resolve(choice) });
  });
  systemDark.addEventListener('change', () => {
    if (store.getState().choice === 'system') store.setState({ theme: resolve('system') });
  });
  return store;
}
