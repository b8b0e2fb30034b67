import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

/** Rows drawn beyond those that are seen, so that a quick scroll finds them there. */
const overscan = 16;

/** The rows of a long table that are drawn now, and the room of those above and below. */
export interface VirtualRows {
  readonly indexes: readonly number[];
  readonly abovePx: number;
  readonly belowPx: number;
}

/** For a table whose rows all have one height: only those near the seen part of `box` are drawn. */
export function useVirtualRows(
  box: RefObject<HTMLElement | null>,
  count: number,
  rowHeightPx: number,
): VirtualRows {
  const virtualizer = useVirtualizer({
    count,
    overscan,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeightPx,
  });
  const rows = virtualizer.getVirtualItems();
  return {
    indexes: rows.map(({ index }) => index),
    abovePx: rows[0]?.start ?? 0,
    belowPx: virtualizer.getTotalSize() - (rows.at(-1)?.end ?? 0),
  };
}
