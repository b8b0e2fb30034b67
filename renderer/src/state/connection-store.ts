import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Connection } from '../api/transport';

export interface ConnectionState {
  readonly connection: Connection;
  /** The other side was asked to end and open again: its goodbye is no end. */
  readonly isReopening: boolean;
  expectReturn(): void;
  /** Ends the waiting time before the next attempt. */
  retryNow(): void;
}
export type ConnectionStore = StoreApi<ConnectionState>;

/** Whether the page is in touch with the control center. */
export function createConnectionStore(retryNow: () => void): ConnectionStore {
  return createStore<ConnectionState>()((set) => ({
    connection: { kind: 'connecting' },
    isReopening: false,
    expectReturn: () => set({ isReopening: true }),
    retryNow,
  }));
}
