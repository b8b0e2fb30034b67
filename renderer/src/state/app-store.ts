import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { z } from 'zod';
import type { appInfo } from '../../../main/contract/api';
import type { ControlCenterClient } from '../api/control-center-client';

export interface AppState {
  /** Who serves this page; null until it answered. */
  readonly app: z.infer<typeof appInfo> | null;
  load(): Promise<void>;
}
export type AppStore = StoreApi<AppState>;

/** Version and data folder of the control center that this page talks to. */
export function createAppStore(client: ControlCenterClient): AppStore {
  return createStore<AppState>()((set) => ({
    app: null,
    async load() {
      // Without an answer these two details are missing; whatever is wrong shows elsewhere.
      const app = await client.request('app.read', {}).catch(() => null);
      if (app) set({ app });
    },
  }));
}
