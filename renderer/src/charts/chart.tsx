import { BarChart, LineChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { drawSoon } from './draw-queue';

use([
  BarChart,
  LineChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  CanvasRenderer,
]);

export interface ChartProps {
  readonly option: EChartsCoreOption;
  /** What the chart says, in a sentence: read aloud instead of the picture. */
  readonly summary: string;
  readonly keyboardHint: string;
  /** Number of positions the arrow keys move between. */
  readonly positions: number;
  /** Opens the figure at a position, and of stacked bars that of a series; absent: none opens. */
  readonly onOpen?: ((position: number, series: number) => void) | undefined;
}

/** The only place that knows ECharts: draws an option, follows its own size, cleans up. */
export function Chart({ option, summary, keyboardHint, positions, onOpen }: ChartProps) {
  const container = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const position = useRef(-1);
  const series = useRef(0);
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
  });

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const created = init(element, null, { renderer: 'canvas' });
    chart.current = created;
    created.on('click', ({ dataIndex, seriesIndex }) =>
      open.current?.(dataIndex ?? 0, seriesIndex ?? 0),
    );
    const observer = new ResizeObserver(() => created.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      created.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const drawing = chart.current;
    if (!drawing) return;
    return drawSoon(drawing, () => {
      drawing.setOption(option, { notMerge: false, replaceMerge: ['series'] });
      // Painted now, and not with all other charts of the next frame.
      drawing.getZr().flush();
      // ECharts writes the label once more by its own wording; the page's sentence stands.
      container.current?.setAttribute('aria-label', summary);
    });
  }, [option, summary]);

  const hide = () => {
    position.current = -1;
    chart.current?.dispatchAction({ type: 'hideTip' });
    chart.current?.dispatchAction({ type: 'downplay' });
  };
  const show = () => {
    const place = { seriesIndex: series.current, dataIndex: position.current };
    chart.current?.dispatchAction({ type: 'showTip', ...place });
    // Where a figure opens, the one that Enter opens stands out.
    if (!onOpen) return;
    chart.current?.dispatchAction({ type: 'downplay' });
    chart.current?.dispatchAction({ type: 'highlight', ...place });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && position.current >= 0 && open.current) {
      // The key must not press the button that gets the focus.
      event.preventDefault();
      open.current(position.current, series.current);
    }
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Escape') hide();
    if (step === undefined || positions === 0) return;
    event.preventDefault();
    const drawn = seriesAt(option, position.current);
    if (onOpen && drawn.length > 1 && isAcross(option, event.key)) {
      const next = drawn.indexOf(series.current) + step + drawn.length;
      series.current = drawn[next % drawn.length] ?? 0;
    } else {
      const from = position.current < 0 && step < 0 ? 0 : position.current;
      position.current = (from + step + positions) % positions;
      const there = seriesAt(option, position.current);
      if (!there.includes(series.current)) series.current = there[0] ?? 0;
    }
    show();
  };

  return (
    <div
      ref={container}
      className={onOpen ? 'chart chart-opens' : 'chart'}
      role="img"
      tabIndex={0}
      aria-label={summary}
      aria-description={keyboardHint}
      onKeyDown={onKeyDown}
      onBlur={hide}
    />
  );
}

/** The series that have a value at a position: a tooltip can only be shown where one is. */
function seriesAt(option: EChartsCoreOption, position: number): number[] {
  const series = option['series'] as { data: readonly unknown[] }[];
  return series.flatMap(({ data }, at) => (valueOf(data[position]) === null ? [] : [at]));
}

/** A point is a number or an object with one. */
const valueOf = (point: unknown): unknown =>
  (typeof point === 'object' && point !== null ? (point as { value?: unknown }).value : point) ??
  null;

/** Whether a key points across the positions: from series to series. */
function isAcross(option: EChartsCoreOption, key: string): boolean {
  const { type } = { ...(option['yAxis'] as { type?: string }) };
  const isUpright = type !== 'category';
  return (key === 'ArrowUp' || key === 'ArrowDown') === isUpright;
}
