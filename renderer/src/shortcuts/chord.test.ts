import { describe, expect, it } from 'vitest';
import { isTyping, matchesChord } from './chord';
import type { KeyPress } from './chord';
import { shortcutIds, shortcutOf } from './shortcut-table';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('a chord', () => {
  it('takes Ctrl for Mod, and Cmd on macOS, never the other one', () => {
    expect(matchesChord('Mod+K', press('k', { ctrlKey: true }), 'Linux')).toBe(true);
    expect(matchesChord('Mod+K', press('k', { metaKey: true }), 'Linux')).toBe(false);
    expect(matchesChord('Mod+K', press('k', { metaKey: true }), 'MacIntel')).toBe(true);
    expect(matchesChord('Mod+K', press('k', { ctrlKey: true }), 'MacIntel')).toBe(false);
  });

  it('wants exactly its modifiers', () => {
    expect(matchesChord('Mod+R', press('R', { ctrlKey: true, shiftKey: true }), '')).toBe(false);
    expect(matchesChord('Alt+K', press('k', { altKey: true, ctrlKey: true }), '')).toBe(false);
    expect(matchesChord('F6', press('F6', { shiftKey: true }), '')).toBe(false);
    expect(matchesChord('Shift+F6', press('F6', { shiftKey: true }), '')).toBe(true);
  });

  it('finds digits and punctuation on keyboards that need Shift for them', () => {
    // A French keyboard: the key of 1 types &, and . and / need Shift.
    expect(matchesChord('Mod+1', press('&', { code: 'Digit1', ctrlKey: true }), '')).toBe(true);
    expect(matchesChord('Mod+.', press('.', { ctrlKey: true, shiftKey: true }), '')).toBe(true);
    expect(matchesChord('/', press('/', { shiftKey: true }), '')).toBe(true);
    expect(matchesChord('?', press('?', { shiftKey: true }), '')).toBe(true);
  });

  it('finds a letter where Alt or another script changed it, and no letter by its place', () => {
    expect(matchesChord('Alt+K', press('˚', { code: 'KeyK', altKey: true }), 'MacIntel')).toBe(
      true,
    );
    expect(matchesChord('Mod+K', press('л', { code: 'KeyK', ctrlKey: true }), '')).toBe(true);
    // On a French keyboard A is where Q is elsewhere.
    expect(matchesChord('Mod+Q', press('a', { code: 'KeyQ', ctrlKey: true }), '')).toBe(false);
  });

  it('types something when it is plain, and with Alt on macOS', () => {
    for (const chord of ['?', '/', 'Space', 'Shift+A']) expect(isTyping(chord, '')).toBe(true);
    for (const chord of ['F6', 'Escape', 'Mod+.', 'Alt+K']) expect(isTyping(chord, '')).toBe(false);
    expect(isTyping('Alt+K', 'MacIntel')).toBe(true);
  });
});

describe('the table of shortcuts', () => {
  it('gives no keys twice', () => {
    const chords = shortcutIds.flatMap((id) => {
      const { keys, alternative } = shortcutOf(id);
      return alternative ? [keys, alternative] : [keys];
    });
    expect(chords.filter((chord, index) => chords.indexOf(chord) !== index)).toEqual([]);
  });
});
