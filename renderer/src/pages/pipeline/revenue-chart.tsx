import { useCallback } from 'react';
import type { ChartTheme } from '../../charts/chart-theme';
import { revenueOption } from '../../charts/options/revenue-by-country-segment';
import { ThemedChart } from '../../charts/themed-chart';
import { formatEuro } from '../../format/numbers';
import { t } from '../../languages/language';
import { missing } from '../../format/missing';
import { useStores } from '../../state/stores';
import { byCountry, segmentsOf, totalRevenue } from './revenue-rows';
import type { RevenueRow } from './revenue-rows';
import { RevenueLegend } from './revenue-legend';

/** The stacked bars with their legend, in the colours of the present theme. */
export function RevenueChart(props: {
  rows: readonly RevenueRow[];
  onOpen?: ((countryCode: string, segmentCode: string | undefined) => void) | undefined;
}) {
  const { rows, onOpen } = props;
  const theme = useStores('theme', (state) => state.theme);
  const summary = summarizeRevenue(rows);
  const draw = useCallback(
    (colors: ChartTheme) => revenueOption(rows, theme, colors, summary),
    [rows, theme, summary],
  );
  return (
    <div className="revenue-chart">
      <RevenueLegend rows={rows} />
      <ThemedChart
        draw={draw}
        summary={summary}
        positions={byCountry(rows).length}
        onOpen={
          onOpen &&
          ((country, segment) =>
            onOpen(byCountry(rows)[country]?.countryCode ?? '', segmentsOf(rows)[segment]?.code))
        }
      />
    </div>
  );
}

/** The chart in a sentence: the total and the highest country. */
export function summarizeRevenue(rows: readonly RevenueRow[]): string {
  const [highest] = byCountry(rows);
  if (!highest) return missing;
  return t('revenue.summary', {
    total: formatEuro(Number(totalRevenue(rows))),
    country: highest.country,
    highest: formatEuro(Number(highest.revenue)),
  });
}
