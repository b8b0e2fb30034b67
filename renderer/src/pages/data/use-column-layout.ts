import { useCallback, useMemo } from 'react';
import { layoutKey, layoutText, parseLayout } from '../../grid/column-layout';
import type { ColumnLayout } from '../../grid/column-layout';
import { useStores } from '../../state/stores';

/** The layout that was kept for a table, and the function that keeps it. */
export function useColumnLayout(table: string) {
  const key = layoutKey(table);
  const keep = useStores('kept', (state) => state.keep);
  const text = useStores('kept', (state) => state.texts[key] ?? null);
  const layout = useMemo(() => parseLayout(text), [text]);
  const onLayout = useCallback((next: ColumnLayout) => keep(key, layoutText(next)), [keep, key]);
  return { layout, onLayout };
}
