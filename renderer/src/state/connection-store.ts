import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Connection } from '../api/transport';

/** Within this time a control center that was asked to open again is back: to stop takes 15 s at most. */
export const reopeningLimitMs = 60_000;

export interface ConnectionState {
  readonly connection: Connection;
  /**
   * `expected`: the other side was asked to end and open again, so its goodbye is no end. `overdue`:
   * it was, and has not come back in time.
   */
  readonly reopening: 'none' | 'expected' | 'overdue';
  expectReturn(): void;
  /** It is back, or not waited for any more. */
  endReopening(): void;
  /** Ends the waiting time before the next attempt. */
  retryNow(): void;
}
export type ConnectionStore = StoreApi<ConnectionState>;

/** Whether the page is in touch with the control center. */
export function createConnectionStore(retryNow: () => void): ConnectionStore {
  let limit: ReturnType<typeof setTimeout> | undefined;
  return createStore<ConnectionState>()((set) => {
    const become = (reopening: ConnectionState['reopening']) => {
      clearTimeout(limit);
      set({ reopening });
    };
    return {
      connection: { kind: 'connecting' },
      reopening: 'none',
      expectReturn() {
        become('expected');
        limit = setTimeout(() => become('overdue'), reopeningLimitMs);
      },
      endReopening: () => become('none'),
      retryNow,
    };
  });
}
