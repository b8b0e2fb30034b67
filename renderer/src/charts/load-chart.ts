import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { useStores } from '../state/stores';
import type { ChartProps } from './chart';

let loaded: ComponentType<ChartProps> | null = null;

/** Loads what draws charts, a third of the whole page: it is not needed before the first one. */
export async function loadChart(): Promise<void> {
  const { Chart } = await import('./chart');
  loaded = Chart;
}

/** What draws charts; null while it is loaded for the first one, again when a connection is back. */
export function useChart(): ComponentType<ChartProps> | null {
  const [chart, setChart] = useState<{ readonly draws: ComponentType<ChartProps> | null }>({
    draws: loaded,
  });
  const isOpen = useStores('connection', ({ connection }) => connection.kind === 'open');
  useEffect(() => {
    if (chart.draws !== null || !isOpen) return;
    // A page whose other side is gone keeps its tables and sentences.
    void loadChart().then(
      () => setChart({ draws: loaded }),
      () => undefined,
    );
  }, [chart, isOpen]);
  return chart.draws;
}
