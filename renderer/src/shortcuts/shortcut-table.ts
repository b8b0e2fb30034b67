import type { Chord } from './chord';

/** Where a shortcut works; the overlay groups by it. */
export type ShortcutGroup = 'everywhere' | 'view' | 'grid' | 'sql';

export interface Shortcut {
  readonly keys: Chord;
  /** A second form, for keys that some browsers keep for themselves (ux.md section 13). */
  readonly alternative?: Chord;
  readonly group: ShortcutGroup;
  /** It also works while a dialog is open: it opens or closes that dialog. */
  readonly overDialogs?: true;
}

const places = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
type PlaceShortcut = `place-${(typeof places)[number]}`;

/** Mod+1 … Mod+9: the places in their order. */
const placeShortcuts = Object.fromEntries(
  places.map((number) => [
    `place-${number}`,
    { keys: `Mod+${number}`, alternative: `Alt+${number}`, group: 'everywhere' },
  ]),
) as Record<PlaceShortcut, Shortcut>;

/**
 * Every shortcut of the window, once (ux.md section 7): handlers, overlay, palette and tooltips read
 * it here. Those of `grid` and `sql` are handled by the part that has the focus.
 */
export const shortcuts = {
  palette: { keys: 'Mod+K', alternative: 'Alt+K', group: 'everywhere', overDialogs: true },
  help: { keys: '?', group: 'everywhere', overDialogs: true },
  'start-stop': { keys: 'Mod+Shift+Enter', group: 'everywhere' },
  ...placeShortcuts,
  settings: { keys: 'Mod+,', alternative: 'Alt+,', group: 'everywhere' },
  logs: { keys: 'Mod+Shift+L', alternative: 'Alt+Shift+L', group: 'everywhere' },
  'next-pane': { keys: 'F6', group: 'everywhere' },
  'previous-pane': { keys: 'Shift+F6', group: 'everywhere' },
  refresh: { keys: 'Mod+R', alternative: 'Alt+R', group: 'view' },
  find: { keys: 'Mod+F', group: 'view' },
  'focus-filter': { keys: '/', group: 'view' },
  'export-view': { keys: 'Mod+E', alternative: 'Alt+Shift+E', group: 'view' },
  'copy-rows': { keys: 'Mod+Shift+C', alternative: 'Alt+Shift+C', group: 'view' },
  cancel: { keys: 'Mod+.', group: 'view' },
  close: { keys: 'Escape', group: 'view' },
  'record-panel': { keys: 'Space', group: 'grid' },
  'grid-move': { keys: 'Arrows', group: 'grid' },
  'grid-row': { keys: 'Home/End', group: 'grid' },
  'grid-page': { keys: 'PageUp/PageDown', group: 'grid' },
  'grid-table': { keys: 'Mod+Home/End', group: 'grid' },
  'run-sql': { keys: 'Mod+Enter', group: 'sql' },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;
export const shortcutIds = Object.keys(shortcuts) as ShortcutId[];
export const shortcutOf = (id: ShortcutId): Shortcut => shortcuts[id];

/** The shortcut of a place by its number, from 1; null beyond the ninth. */
export const placeShortcut = (number: number): ShortcutId | null =>
  places.some((known) => known === number) ? (`place-${number}` as PlaceShortcut) : null;
