import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { EChartsCoreOption } from 'echarts/core';
import { t } from '../languages/language';
import { useStores } from '../state/stores';
import { useLanguage } from '../state/use-language';
import { readChartTheme } from './chart-theme';
import type { ChartTheme } from './chart-theme';
import { ChartFailed } from './chart-failed';
import { useChart } from './load-chart';

/**
 * A chart in the colours of the present theme, with what it says in a sentence below it; `draw` must
 * be stable while its data is.
 */
export function ThemedChart(props: {
  readonly draw: (colors: ChartTheme) => EChartsCoreOption;
  readonly summary: string;
  readonly positions: number;
  /** Opens what stands at a position; absent: nothing opens. */
  readonly onOpen?: ((position: number, series: number) => void) | undefined;
  /** Behind the sentence. */
  readonly note?: ReactNode;
}) {
  const { draw, summary, positions, onOpen, note } = props;
  const theme = useStores('theme', (state) => state.theme);
  const language = useLanguage();
  const drawing = useChart();
  const [colors, setColors] = useState<ChartTheme>(() => readChartTheme(document.documentElement));
  useEffect(() => setColors(readChartTheme(document.documentElement)), [theme]);
  const option = useMemo(() => draw(colors), [draw, colors, language]);
  return (
    <figure className="chart-figure">
      {drawing.kind === 'loaded' ? (
        <drawing.Part
          option={option}
          summary={summary}
          keyboardHint={t(onOpen ? 'chart.keyboardOpens' : 'chart.keyboard')}
          positions={positions}
          onOpen={onOpen}
        />
      ) : (
        <div className="chart-room">{drawing.kind === 'failed' && <ChartFailed />}</div>
      )}
      {/* The picture is read aloud by the same sentence. */}
      <figcaption aria-hidden={drawing.kind === 'loaded' && note === undefined} title={summary}>
        {summary}
        {note}
      </figcaption>
    </figure>
  );
}
