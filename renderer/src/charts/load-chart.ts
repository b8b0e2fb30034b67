import { useEffect, useSyncExternalStore } from 'react';
import type { ComponentType } from 'react';
import { useStores } from '../state/stores';
import type { ChartProps } from './chart';

/** What draws charts: not here yet, could not be had, or here. */
export type ChartDrawing =
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'loaded'; readonly Chart: ComponentType<ChartProps> };

let drawing: ChartDrawing = { kind: 'missing' };
let loading: Promise<void> | null = null;
const watchers = new Set<() => void>();

const become = (next: ChartDrawing) => {
  drawing = next;
  for (const watcher of watchers) watcher();
};
const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/**
 * Loads what draws charts, a third of the whole page: it is not needed before the first one. Never
 * rejects: what could not be had is told to every chart, and stays told until another try had it.
 */
export function loadChart(): Promise<void> {
  if (drawing.kind === 'loaded') return Promise.resolve();
  loading ??= import('./chart')
    .then(
      ({ Chart }) => become({ kind: 'loaded', Chart }),
      () => become({ kind: 'failed' }),
    )
    .finally(() => (loading = null));
  return loading;
}

/** What draws charts, the same for all; asked for with the first one and when a connection is back. */
export function useChart(): ChartDrawing {
  const now = useSyncExternalStore(watch, () => drawing);
  const isOpen = useStores('connection', ({ connection }) => connection.kind === 'open');
  useEffect(() => {
    if (isOpen) void loadChart();
  }, [isOpen]);
  return now;
}
