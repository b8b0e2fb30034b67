import { places } from '../places';
import { useStores } from '../state/stores';
import { movePane } from './panes';
import { useShortcut } from './use-shortcut';

/** The shortcuts that work in every place; a place may take `find` and `focus-filter` itself. */
export function useWindowShortcuts(): void {
  const open = useStores('address', (state) => state.open);
  const refresh = useStores('refresh', (state) => state.refresh);
  const opener = (number: number) => () => open(places[number - 1]!.path);
  useShortcut('place-1', opener(1));
  useShortcut('place-2', opener(2));
  useShortcut('place-3', opener(3));
  useShortcut('place-4', opener(4));
  useShortcut('place-5', opener(5));
  useShortcut('place-6', opener(6));
  useShortcut('place-7', opener(7));
  useShortcut('place-8', opener(8));
  useShortcut('place-9', opener(9));
  useShortcut('settings', () => open('/settings'));
  useShortcut('logs', () => open('/logs'));
  useShortcut('next-pane', () => movePane(1));
  useShortcut('previous-pane', () => movePane(-1));
  useShortcut('refresh', refresh);
  useShortcut('find', focusSearch);
  useShortcut('focus-filter', focusSearch);
}

/** To the first search field of the page; false where there is none. */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>(
    'main input[type="search"], main [data-filter] input, main [data-filter] select',
  );
  field?.focus();
  field?.select?.();
  return field !== null;
}
