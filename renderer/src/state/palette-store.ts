import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

export interface PaletteState {
  readonly isOpen: boolean;
  toggle(): void;
  close(): void;
}
export type PaletteStore = StoreApi<PaletteState>;

/** Whether the command palette is open: its key and its button both ask. */
export const createPaletteStore = (): PaletteStore =>
  createStore<PaletteState>()((set) => ({
    isOpen: false,
    toggle: () => set(({ isOpen }) => ({ isOpen: !isOpen })),
    close: () => set({ isOpen: false }),
  }));
