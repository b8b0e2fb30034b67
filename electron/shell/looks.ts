import { appearance } from '../../main/contract/desktop';
import type { Appearance } from '../../main/contract/desktop';
import { showLanguage } from '../../renderer/src/languages/language';
import { languageOf, shellTexts } from './texts/shell-texts';
import type { ShellTexts } from './texts/shell-texts';

/**
 * Theme and language as the page last told them; whoever draws something hears of changes. Failures
 * and alerts are told by the window's own texts, which follow it.
 */
export class Looks {
  private appearance: Appearance;
  private readonly listeners: ((appearance: Appearance) => void)[] = [];

  /** Until the page has told: what it kept the last time, else the system's theme and language. */
  constructor(systemLocale: string, kept: Readonly<Record<string, string>> = {}) {
    const { theme, language } = appearance.shape;
    this.appearance = {
      theme: theme.safeParse(kept['theme']).data ?? 'system',
      language: language.safeParse(kept['language']).data ?? languageOf(systemLocale),
    };
    showLanguage(this.appearance.language);
  }

  get theme(): Appearance['theme'] {
    return this.appearance.theme;
  }

  get language(): Appearance['language'] {
    return this.appearance.language;
  }

  get texts(): ShellTexts {
    return shellTexts(this.appearance.language);
  }

  onChange(listener: (appearance: Appearance) => void): void {
    this.listeners.push(listener);
  }

  change(appearance: Appearance): void {
    this.appearance = appearance;
    showLanguage(appearance.language);
    for (const listener of this.listeners) listener(appearance);
  }
}
