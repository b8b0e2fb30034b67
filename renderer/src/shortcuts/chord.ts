/**
 * A combination of keys as text: `Mod+Shift+C`, `Alt+1`, `F6`, `?`. `Mod` is Cmd on macOS and Ctrl
 * elsewhere (ux.md section 7).
 */
export type Chord = string;

/** What a keyboard event says of itself, and whether `Mod` is Cmd here. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

/** Cmd is the modifier of this machine. */
export const isMac = (platform: string): boolean => /^mac/i.test(platform);

/** The parts of a chord; `key` is what stands last. */
export function chordParts(chord: Chord) {
  const names = chord.split('+');
  return {
    key: names.at(-1) ?? '',
    hasMod: names.includes('Mod'),
    hasAlt: names.includes('Alt'),
    hasShift: names.includes('Shift'),
  };
}

/** The chord types something in a text field, and belongs to the field while one has the focus. */
export function isTyping(chord: Chord, platform: string): boolean {
  const { key, hasMod, hasAlt } = chordParts(chord);
  const isPrintable = key.length === 1 || key === 'Space';
  return isPrintable && !hasMod && (!hasAlt || isMac(platform));
}

/** Whether these keys are the chord, on keyboards of any language. */
export function matchesChord(chord: Chord, press: KeyPress, platform: string): boolean {
  const { key, hasMod, hasAlt, hasShift } = chordParts(chord);
  const [mod, other] = isMac(platform)
    ? [press.metaKey, press.ctrlKey]
    : [press.ctrlKey, press.metaKey];
  if (mod !== hasMod || other || press.altKey !== hasAlt) return false;
  // Punctuation needs Shift on some keyboards and none on others: what it types decides.
  const isPunctuation = key.length === 1 && !/[a-z0-9]/i.test(key);
  return (isPunctuation || press.shiftKey === hasShift) && isKey(key, press);
}

function isKey(key: string, { key: typed, code }: KeyPress): boolean {
  // A digit is a place on the keyboard: French keyboards type it with Shift.
  if (/^\d$/.test(key)) return code === `Digit${key}` || code === `Numpad${key}`;
  if (key === 'Space') return typed === ' ';
  if (typed.toLowerCase() === key.toLowerCase()) return true;
  // Alt makes another character of a letter on macOS, and other scripts have no Latin letters.
  const isLatin = /^[a-z]$/i.test(typed);
  return /^[A-Z]$/.test(key) && !isLatin && code === `Key${key}`;
}
