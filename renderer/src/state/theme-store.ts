import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

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

const storageKey = 'deltadesk.theme';

/** The parts of the page that the theme touches. */
export type ThemePage = Pick<Window, 'matchMedia' | 'localStorage' | 'document'>;

/**
 * The theme, kept for this browser or window, written to `data-theme` of the document element;
 * `system` follows the system while the page is open.
 */
export function createThemeStore(page: ThemePage): ThemeStore {
  const systemDark = page.matchMedia('(prefers-color-scheme: dark)');
  const resolve = (choice: ThemeChoice): Theme =>
    choice === 'system' ? (systemDark.matches ? 'dark' : 'light') : choice;
  const stored = page.localStorage.getItem(storageKey);
  const initial = themeChoices.find((choice) => choice === stored) ?? 'system';

  const store = createStore<ThemeState>()((set) => ({
    choice: initial,
    theme: resolve(initial),
    choose(choice) {
      page.localStorage.setItem(storageKey, choice);
      set({ choice, theme: resolve(choice) });
    },
  }));
  const apply = ({ theme }: ThemeState) => {
    page.document.documentElement.dataset['theme'] = theme;
  };
  apply(store.getState());
  store.subscribe(apply);
  systemDark.addEventListener('change', () => {
    if (store.getState().choice === 'system') store.setState({ theme: resolve('system') });
  });
  return store;
}
