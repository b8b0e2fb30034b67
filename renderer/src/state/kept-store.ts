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
  // What a person did while the answer was on its way is newer than the answer.
  let meanwhile: Record<string, string | null> = {};
  return createStore<KeptState>()((set, get) => ({
    texts: {},
    isLoaded: false,
    async load() {
      meanwhile = {};
      try {
        const { texts } = await client.request('keptTexts.read', {});
        set({ texts: withTexts(texts, meanwhile), isLoaded: true });
      } catch {
        // Nothing is lost but a habit: everything stands as by default.
        set({ isLoaded: true });
      }
    },
    keep(name, text) {
      const { texts } = get();
      if ((texts[name] ?? null) === text) return;
      meanwhile[name] = text;
      set({ texts: withTexts(texts, { [name]: text }) });
      client.request('keptText.keep', { name, text }).catch(() => undefined);
    },
  }));
}

const withTexts = (
  texts: KeptState['texts'],
  changes: Readonly<Record<string, string | null>>,
): KeptState['texts'] =>
  Object.fromEntries(
    Object.entries({ ...texts, ...changes }).flatMap(([name, text]) =>
      text === null ? [] : [[name, text]],
    ),
  );
