import type { ShortcutId } from '../../shortcuts/shortcut-table';

export const paletteGroups = [
  'actions',
  'places',
  'tables',
  'topics',
  'queries',
  'exports',
  'settings',
  'appearance',
] as const;
export type PaletteGroup = (typeof paletteGroups)[number];

/** One line of the palette. `id` stays the same in every language: recent choices are kept by it. */
export interface PaletteEntry {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly name: string;
  /** Keys that do the same, shown beside it. */
  readonly shortcut?: ShortcutId;
  readonly run: () => void;
}
