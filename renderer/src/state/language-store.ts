import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { earlyText } from './early-text';
import type { KeptStore } from './kept-store';
import { languageChoices, showLanguage } from '../languages/language';
import type { Language, LanguageChoice } from '../languages/language';

export interface LanguageState {
  readonly choice: LanguageChoice;
  readonly language: Language;
  choose(choice: LanguageChoice): void;
}
export type LanguageStore = StoreApi<LanguageState>;

/** The parts of the page that the language touches. */
export type LanguagePage = Pick<Window, 'localStorage' | 'document' | 'navigator'>;

/** The language, kept in the data folder; `system` is the browser's first one. */
export function createLanguageStore(page: LanguagePage, kept: KeptStore): LanguageStore {
  const resolve = (choice: LanguageChoice): Language => {
    if (choice !== 'system') return choice;
    return page.navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
  };
  const text = earlyText('language', page.localStorage, kept);
  const choiceOf = (stored: string | null): LanguageChoice =>
    languageChoices.find((choice) => choice === stored) ?? 'system';
  const initial = choiceOf(text.read());
  const apply = (language: Language) => {
    showLanguage(language);
    page.document.documentElement.lang = language;
  };
  apply(resolve(initial));
  const show = (choice: LanguageChoice) => {
    // The texts first: whoever hears of the new language draws them.
    apply(resolve(choice));
    store.setState({ choice, language: resolve(choice) });
  };
  const store = createStore<LanguageState>()(() => ({
    choice: initial,
    language: resolve(initial),
    choose(choice) {
      text.keep(choice, null);
      show(choice);
    },
  }));
  text.follow((stored) => show(choiceOf(stored)));
  return store;
}
