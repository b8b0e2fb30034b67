import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { earlyText } from './early-text';
import type { KeptStore } from './kept-store';

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

/** A slider passes many addresses: the one where it rests is kept. */
const restMs = 300;

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

/**
 * The address, kept and restored at the next start; a page that was opened at an address of its own,
 * or where somebody went on before the kept one was here, stays there.
 */
export function createAddressStore(page: AddressPage, kept: KeptStore): AddressStore {
  const here = () => page.location.hash.slice(1);
  const text = earlyText('address', page.localStorage, kept);
  const restore = (last: string | null) => {
    if (here().startsWith('/') || !last?.startsWith('/')) return;
    page.history.replaceState(null, '', `#${last}`);
  };
  restore(text.read());
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
  const show = () => store.setState({ address: readAddress(here()) });
  const follow = () => {
    if (here().startsWith('/')) text.keep(here(), restMs);
    show();
  };
  const stop = kept.subscribe(({ isLoaded }) => {
    if (!isLoaded) return;
    // Another tab's address, later on, is no address of this one.
    stop();
    restore(text.read());
    show();
  });
  page.addEventListener('hashchange', follow);
  return store;
}
