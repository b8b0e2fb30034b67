import { useCallback, useEffect, useRef } from 'react';
import type { RefCallback } from 'react';

/**
 * The ref of a control that may go away while it has the focus, such as a button that its own press
 * takes away: the focus goes to what `heir` finds in the control's panel, and where that is nothing
 * to the panel itself, so that a keyboard does not begin at the top of the page again.
 */
export function useFocusHeir<E extends HTMLElement>(
  heir: (panel: HTMLElement | null) => HTMLElement | null | undefined,
): RefCallback<E> {
  const find = useRef(heir);
  const own = useRef<E | null>(null);
  useEffect(() => {
    find.current = heir;
  });
  return useCallback((element: E | null) => {
    const gone = own.current;
    own.current = element;
    if (element || !gone?.contains(document.activeElement)) return;
    const panel = gone.closest<HTMLElement>('.panel');
    // What comes in its place stands once this drawing is through.
    queueMicrotask(() => {
      if (document.activeElement !== document.body) return;
      const found = find.current(panel) ?? (panel?.isConnected ? panel : null);
      if (found && found === panel) found.tabIndex = -1;
      found?.focus();
    });
  }, []);
}
