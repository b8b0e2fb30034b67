import i18next from 'i18next';
import { missing } from '../format/missing';
import { english } from './english';
import { french } from './french';
import { narrowSpace, typesetCatalog } from './french-typography';

/** What a person can choose; `system` is the language of the browser or the system. */
export const languageChoices = ['system', 'en', 'fr'] as const;
export type LanguageChoice = (typeof languageChoices)[number];
export type Language = Exclude<LanguageChoice, 'system'>;

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof english };
    returnNull: false;
  }
}

void i18next.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: english }, fr: { translation: typesetCatalog(french) } },
  // React escapes what it renders; the document's title and ARIA texts must not be escaped twice.
  interpolation: { escapeValue: false },
  // A fact that could not be had.
  missingInterpolationHandler: () => missing,
  initAsync: false,
});

/** The text of a key in the window's language; `{{names}}` in it are filled in. */
export const t = i18next.t;

/** The language that is shown. */
export const language = (): Language => (i18next.language === 'fr' ? 'fr' : 'en');

/** For `Intl`: how numbers and dates are written. */
export const locale = (): 'en-GB' | 'fr-FR' => (language() === 'fr' ? 'fr-FR' : 'en-GB');

/** What stands between a figure and its unit. */
export const unitSpace = (): string => (language() === 'fr' ? narrowSpace : ' ');

/** A label before what it is about, with the colon as the language sets it. */
export const labelled = (label: string, text: string): string =>
  `${label}${language() === 'fr' ? narrowSpace : ''}: ${text}`;

/** Shows another language; texts that are already drawn have to be drawn again. */
export const showLanguage = (next: Language): void => void i18next.changeLanguage(next);

/**
 * The text of a key made from data, such as a country's code, with its facts; `fallback` for one that
 * is not known.
 */
export const tOr = (
  key: string,
  fallback: string,
  facts: Readonly<Record<string, string | number>> = {},
): string =>
  i18next.exists(key, facts) ? (t as (key: string, facts: object) => string)(key, facts) : fallback;
