import type { Appearance } from '../../../main/contract/desktop';
import { english } from './english';
import { french } from './french';

/** The desktop's own texts; a language without one of them does not compile. */
export type ShellTexts = typeof english;

/** The texts of a language. */
export const shellTexts = (language: Appearance['language']): ShellTexts =>
  language === 'fr' ? french : english;

/** Before the page has told its language: that of the system. */
export const languageOf = (systemLocale: string): Appearance['language'] =>
  systemLocale.toLowerCase().startsWith('fr') ? 'fr' : 'en';
