import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

export interface RefreshState {
  /** Changes with every refresh that a person asked for: what is on screen is asked anew with it. */
  readonly count: number;
  refresh(): void;
}
export type RefreshStore = StoreApi<RefreshState>;

/** "Refresh the view", by keys or by the palette. */
export const createRefreshStore = (): RefreshStore =>
  createStore<RefreshState>()((set) => ({
    count: 0,
    refresh: () => set(({ count }) => ({ count: count + 1 })),
  }));
