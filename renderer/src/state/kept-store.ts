import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { ControlCenterClient } from '../api/control-center-client';

/** What this person's window keeps over restarts, in the data folder: small texts by name. */
export interface KeptState {
  readonly texts: Readonly<Record<string, string>>;
  /** What was kept before is here, or cannot be had. */
  readonly isLoaded: boolean;
  load(): Promise<void>;
  /** Null forgets it; keeping what is kept already does nothing. */
  keep(name: string, text: string | null): void;
}
export type KeptStore = StoreApi<KeptState>;

export function createKeptStore(client: ControlCenterClient): KeptStore {
  return createStore<KeptState>()((set, get) => ({
    texts: {},
    isLoaded: false,
    async load() {
      try {
        set({ texts: (await client.request('keptTexts.read', {})).texts, isLoaded: true });
      } catch {
        // Nothing is lost but a habit: everything stands as by default.
        set({ isLoaded: true });
      }
    },
    keep(name, text) {
      const { [name]: before, ...others } = get().texts;
      if ((before ?? null) === text) return;
      set({ texts: text === null ? others : { ...others, [name]: text } });
      client.request('keptText.keep', { name, text }).catch(() => undefined);
    },
  }));
}
