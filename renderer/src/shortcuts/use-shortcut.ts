import { useEffect, useRef } from 'react';
import { handleShortcut } from './shortcut-registry';
import type { ShortcutHandler } from './shortcut-registry';
import type { ShortcutId } from './shortcut-table';

/**
 * Takes a shortcut of the table while the component stands: `useShortcut('export-view', exportIt)`.
 * Null as the handler leaves it to others. A handler that answers `false` did nothing, and the one
 * before it, or the browser, gets the keys. Plain keys never arrive from a text field, and none
 * arrives while a dialog is open.
 */
export function useShortcut(id: ShortcutId, handler: ShortcutHandler | null): void {
  const newest = useRef(handler);
  useEffect(() => {
    newest.current = handler;
  });
  const isTaken = handler !== null;
  useEffect(() => {
    if (!isTaken) return;
    return handleShortcut(id, () => newest.current?.());
  }, [id, isTaken]);
}
