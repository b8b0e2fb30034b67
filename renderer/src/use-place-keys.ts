import { useEffect } from 'react';
import { places } from './places';
import { useStores } from './state/stores';

/**
 * Mod+1 … Mod+9 open the places in their order, Mod+, the settings; the same with Alt, because some
 * browsers keep the first form for their own tabs (ux.md sections 7 and 13).
 */
export function usePlaceKeys(): void {
  const open = useStores('address', (state) => state.open);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isModified = event.ctrlKey || event.metaKey || event.altKey;
      if (!isModified || event.shiftKey || event.repeat) return;
      const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
      const place = digit ? places[Number(digit) - 1] : undefined;
      const settings =
        event.key === ',' ? places.find(({ path }) => path === '/settings') : undefined;
      const found = place ?? settings;
      if (!found) return;
      event.preventDefault();
      open(found.path);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [open]);
}
