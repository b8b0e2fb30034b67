import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { ControlCenterClient } from '../api/control-center-client';
import { createAddressStore } from './address-store';
import { createAnnouncerStore } from './announcer-store';
import { createAppStore } from './app-store';
import { createClockStore } from './clock-store';
import { createConnectionStore } from './connection-store';
import { createDrawnLatencyStore } from './drawn-latency-store';
import { createDoctorStore } from './doctor-store';
import { createExportStore } from './export-store';
import { createKeptStore } from './kept-store';
import { createLanguageStore } from './language-store';
import { createNoticeStore } from './notice-store';
import { createOverviewStore } from './overview-store';
import { createPaletteStore } from './palette-store';
import { createQueryStore } from './query-store';
import { createSampleStore } from './sample-store';
import { createRefreshStore } from './refresh-store';
import { createRestartStore } from './restart-store';
import { createThemeStore } from './theme-store';

/** All stores of the page, made once; what they need arrives as an argument. */
export function createStores(client: ControlCenterClient, page: Window) {
  const overview = createOverviewStore(client);
  const kept = createKeptStore(client);
  return {
    address: createAddressStore(page, kept),
    announcer: createAnnouncerStore(),
    app: createAppStore(client),
    clock: createClockStore(),
    connection: createConnectionStore(() => client.retryNow()),
    doctor: createDoctorStore(client),
    drawnLatency: createDrawnLatencyStore(),
    exports: createExportStore(client),
    kept,
    language: createLanguageStore(page, kept),
    overview,
    notices: createNoticeStore(),
    palette: createPaletteStore(),
    refresh: createRefreshStore(),
    restarts: createRestartStore(client),
    revenue: createQueryStore(client, 'revenue_by_country_segment'),
    sample: createSampleStore(client, (value) => overview.getState().receive(value)),
    theme: createThemeStore(page, kept),
  };
}
export type Stores = ReturnType<typeof createStores>;

/** Carries the stores to the components. */
export const StoresContext = createContext<Stores | null>(null);

type StateOf<N extends keyof Stores> = Stores[N] extends StoreApi<infer S> ? S : never;

/** One selected part of one store; the component renders again only when that part changes. */
export function useStores<N extends keyof Stores, T>(name: N, select: (state: StateOf<N>) => T): T {
  const stores = useContext(StoresContext);
  if (!stores) throw new Error('useStores needs a StoresContext around it');
  const store: unknown = stores[name];
  return useStore<StoreApi<StateOf<N>>, T>(store as StoreApi<StateOf<N>>, select);
}

/** Epoch milliseconds of the page's clock, renewed once a second. */
export function useNowMs(): number {
  return useStores('clock', (state) => state.nowMs);
}
