import { t } from '../languages/language';
import { chordParts, isMac } from './chord';
import type { Chord } from './chord';
import { shortcutOf } from './shortcut-table';
import type { ShortcutId } from './shortcut-table';

/** The keys as this machine's keyboard names them, in the window's language: `Ctrl+Shift+Enter`. */
export function chordText(chord: Chord, platform: string): string {
  const { key, hasMod, hasAlt, hasShift } = chordParts(chord);
  const name = key.split('/').map(keyName).join(' / ') || key;
  if (isMac(platform))
    return `${hasMod ? '⌘' : ''}${hasAlt ? '⌥' : ''}${hasShift ? '⇧' : ''}${key === 'Enter' ? '↩' : name}`;
  const modifiers = [hasMod && t('keys.mod'), hasAlt && t('keys.alt'), hasShift && t('keys.shift')];
  return [...modifiers.filter(Boolean), name].join('+');
}

/** The first form of a shortcut's keys on this machine. */
export const keysText = (id: ShortcutId): string =>
  chordText(shortcutOf(id).keys, navigator.platform);

/** For `aria-keyshortcuts`: the same keys in the names of that attribute. */
export function ariaKeys(id: ShortcutId): string {
  const mod = isMac(navigator.platform) ? 'Meta' : 'Control';
  return shortcutOf(id).keys.replace('Mod', mod);
}

const named = {
  Enter: 'keys.enter',
  Escape: 'keys.escape',
  Space: 'keys.space',
  Arrows: 'keys.arrows',
  Home: 'keys.home',
  End: 'keys.end',
  PageUp: 'keys.pageUp',
  PageDown: 'keys.pageDown',
} as const;

function keyName(key: string): string {
  return key in named ? t(named[key as keyof typeof named]) : key;
}
