import type { PaletteEntry } from './palette-entry';

const storageKey = 'deltadesk.recent';
const most = 5;

/** Ids of the newest choices, newest first; kept by the page. What cannot be read is none. */
export function readRecent(storage: Pick<Storage, 'getItem'>): string[] {
  try {
    const ids: unknown = JSON.parse(storage.getItem(storageKey) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Puts a choice before those that were made earlier. */
export function keepRecent(storage: Pick<Storage, 'getItem' | 'setItem'>, id: string): void {
  const ids = [id, ...readRecent(storage).filter((known) => known !== id)].slice(0, most);
  storage.setItem(storageKey, JSON.stringify(ids));
}

/** The entries of these ids that can be chosen now. */
export function recentEntries(ids: readonly string[], entries: readonly PaletteEntry[]) {
  return ids.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
}
