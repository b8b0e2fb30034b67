import { useEffect } from 'react';
import { useStores } from '../../state/stores';
import { tablePath } from './data-address';
import type { DataView } from './data-address';

const keptName = 'data.table';

/**
 * The place Data without a table opens the one that was open last, else the first; in place of its
 * own address, so that Back leads out. Without any table nothing happens.
 */
export function useOpenTable(view: DataView): void {
  const tables = useStores('overview', (state) => state.overview?.tables);
  const isLoaded = useStores('kept', (state) => state.isLoaded);
  const kept = useStores('kept', (state) => state.texts[keptName]);
  const keep = useStores('kept', (state) => state.keep);
  const shown = view.kind === 'table' ? view.table : null;
  useEffect(() => {
    if (shown !== null && isLoaded) keep(keptName, shown);
  }, [shown, isLoaded, keep]);
  const isNone = view.kind === 'none';
  const names = tables?.map(({ table }) => table) ?? [];
  const opened = names.find((table) => table === kept) ?? names[0] ?? null;
  useEffect(() => {
    if (isNone && isLoaded && opened !== null) window.location.replace(`#${tablePath(opened)}`);
  }, [isNone, isLoaded, opened]);
}
