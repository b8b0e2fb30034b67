import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

/** At most one polite announcement in this time, so that a listener can follow (ux.md section 8). */
export const quietMs = 3_000;

export interface AnnouncerState {
  /** What screen readers are told when they are free, and at once; empty before the first. */
  readonly polite: string;
  readonly assertive: string;
  /** Tells it in its turn: of several that come too close together, the newest. */
  announce(text: string): void;
  /** Tells it now: for failures. */
  announceNow(text: string): void;
}
export type AnnouncerStore = StoreApi<AnnouncerState>;

/** The one voice of the window, so that its parts do not talk over each other. */
export function createAnnouncerStore(): AnnouncerStore {
  let lastAtMs = -Infinity;
  let lastUrgentAtMs = -Infinity;
  let timer: ReturnType<typeof setTimeout> | null = null;
  return createStore<AnnouncerState>()((set) => ({
    polite: '',
    assertive: '',
    announce(text) {
      if (timer !== null) clearTimeout(timer);
      const speak = () => {
        timer = null;
        lastAtMs = Date.now();
        set(({ polite }) => ({ polite: asNews(text, polite) }));
      };
      timer = setTimeout(speak, Math.max(0, lastAtMs + quietMs - Date.now()));
    },
    announceNow(text) {
      // Several panels that fail for one cause say it once.
      const isRepeated = Date.now() - lastUrgentAtMs < quietMs;
      set(({ assertive }) =>
        isRepeated && assertive.trimEnd() === text ? {} : { assertive: asNews(text, assertive) },
      );
      lastUrgentAtMs = Date.now();
    },
  }));
}

/** The same words once more are news too: a reader tells only what has changed. */
const asNews = (text: string, before: string): string => (before === text ? `${text}\u00a0` : text);
