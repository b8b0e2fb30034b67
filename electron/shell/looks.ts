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

  /** Until the page has told: the system's theme and language. */
  constructor(systemLocale: string) {
    this.appearance = { theme: 'system', language: languageOf(systemLocale) };
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
