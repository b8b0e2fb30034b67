import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

/** Where the window is: a path and its parameters, after `#` (ux.md section 1). */
export interface Address {
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface AddressState {
  readonly address: Address;
  /** Opens an address; back returns from it. `null` leaves a parameter out. */
  open(path: string, parameters?: Readonly<Record<string, string | null>>): void;
  /** Changes parameters of this address without a step back. */
  adjust(parameters: Readonly<Record<string, string | null>>): void;
}
export type AddressStore = StoreApi<AddressState>;

const storageKey = 'deltadesk.address';

/** `/data/gold/x?version=3` read. */
export function readAddress(text: string): Address {
  const [path = '', query = ''] = text.split('?');
  return { path, parameters: Object.fromEntries(new URLSearchParams(query)) };
}

/** The other way round; parameters in the order of their names. */
export function writeAddress(
  path: string,
  parameters: Readonly<Record<string, string | null>> = {},
): string {
  const entries = Object.entries(parameters).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as [string, string]],
  );
  const query = new URLSearchParams(entries.sort()).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** The parts of the page that the address touches. */
export type AddressPage = Pick<
  Window,
  'location' | 'history' | 'localStorage' | 'addEventListener'
>;

/** The address, kept in the page's own and restored at the next start. */
export function createAddressStore(page: AddressPage): AddressStore {
  const here = () => page.location.hash.slice(1);
  if (!here().startsWith('/')) {
    const last = page.localStorage.getItem(storageKey);
    if (last?.startsWith('/')) page.history.replaceState(null, '', `#${last}`);
  }
  const store = createStore<AddressState>()((_set, get) => ({
    address: readAddress(here()),
    open(path, parameters = {}) {
      page.location.hash = writeAddress(path, parameters);
    },
    adjust(changes) {
      const { path, parameters } = get().address;
      page.history.replaceState(null, '', `#${writeAddress(path, { ...parameters, ...changes })}`);
      follow();
    },
  }));
  const follow = () => {
    page.localStorage.setItem(storageKey, here());
    store.setState({ address: readAddress(here()) });
  };
  page.addEventListener('hashchange', follow);
  return store;
}
