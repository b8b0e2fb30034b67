import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect } from 'react';
import type { RefObject } from 'react';
import type { ShownColumn } from './shown-columns';
import type { ColumnModel } from './use-columns';

export const rowHeight = 28;
const headerHeight = 44;

/** Which rows and columns are in view: virtual in both directions, frozen columns always there. */
export function useGridView(
  viewport: RefObject<HTMLDivElement | null>,
  model: ColumnModel,
  { total, shown, gutter }: { total: number; shown: readonly ShownColumn[]; gutter: number },
) {
  const widths = shown.map(({ id }) => model.getColumn(id)?.getSize() ?? 0);
  const frozen = shown.filter(({ isFrozen }) => isFrozen).length;
  const frozenWidth = widths.slice(0, frozen).reduce((sum, width) => sum + width, gutter);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollPaddingStart: headerHeight,
    // A scroll is drawn with the next frame, not inside the event.
    useFlushSync: false,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: shown.length,
    getScrollElement: () => viewport.current,
    estimateSize: (index) => widths[index] ?? 0,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 3,
    paddingStart: gutter,
    scrollPaddingStart: frozenWidth,
    useFlushSync: false,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const inView = defaultRangeExtractor(range);
        const before = Array.from({ length: Math.min(frozen, range.count) }, (_, place) => place);
        return [...before, ...inView.filter((place) => place >= frozen)];
      },
      [frozen],
    ),
  });
  const layout = shown.map(({ id }, place) => `${id} ${widths[place]}`).join();
  useEffect(() => columns.measure(), [columns, layout]);
  return { rows, columns };
}
