import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { languageChoices, showLanguage } from '../languages/language';
import type { Language, LanguageChoice } from '../languages/language';

export interface LanguageState {
  readonly choice: LanguageChoice;
  readonly language: Language;
  choose(choice: LanguageChoice): void;
}
export type LanguageStore = StoreApi<LanguageState>;

const storageKey = 'deltadesk.language';

/** The parts of the page that the language touches. */
export type LanguagePage = Pick<Window, 'localStorage' | 'document' | 'navigator'>;

/** The language, kept for this browser or window; `system` is the browser's first one. */
export function createLanguageStore(page: LanguagePage): LanguageStore {
  const resolve = (choice: LanguageChoice): Language => {
    if (choice !== 'system') return choice;
    return page.navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
  };
  const stored = page.localStorage.getItem(storageKey);
  const initial = languageChoices.find((choice) => choice === stored) ?? 'system';
  const apply = (language: Language) => {
    showLanguage(language);
    page.document.documentElement.lang = language;
  };
  apply(resolve(initial));
  return createStore<LanguageState>()((set) => ({
    choice: initial,
    language: resolve(initial),
    choose(choice) {
      page.localStorage.setItem(storageKey, choice);
      // The texts first: whoever hears of the new language draws them.
      apply(resolve(choice));
      set({ choice, language: resolve(choice) });
    },
  }));
}
