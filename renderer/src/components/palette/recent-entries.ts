import type { PaletteEntry } from './palette-entry';

/** The name under which they are kept. */
export const recentName = 'recent';
const most = 5;

/** Ids of the newest choices, newest first, out of what is kept. What cannot be read is none. */
export function readRecent(text: string | undefined): string[] {
  try {
    const ids: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** What is to be kept: a choice before those that were made earlier. */
export const withRecent = (text: string | undefined, id: string): string =>
  JSON.stringify([id, ...readRecent(text).filter((known) => known !== id)].slice(0, most));

/** The entries of these ids that can be chosen now. */
export function recentEntries(ids: readonly string[], entries: readonly PaletteEntry[]) {
  return ids.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
}
