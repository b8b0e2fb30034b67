import type { NamedQuery } from '../../../../main/contract/query';
import { Badge } from '../../components/badge';
import { QueryPanel } from '../../components/query-panel';
import { ResultTable } from '../../components/result-table';
import { language, t } from '../../languages/language';
import { useRequest } from '../../state/use-request';
import { RevenueRows } from '../pipeline/revenue-rows-view';
import { BarsOf } from './bar-chart';
import { columnOf } from './panel-rows';
import type { DashboardPanel } from './dashboards';
import { heedsAll, isFiltered, toParameters } from './filters';
import type { Filters } from './filters';
import { HeatTable } from './heat-table';
import { KpiTiles } from './kpi-tiles';
import { LinesOf } from './line-chart';

export interface PanelOfProps {
  readonly panel: DashboardPanel;
  readonly query: NamedQuery;
  readonly filters: Filters;
  /** Changes when the rows shall be read again; a range ends at `refreshedAtMs`. */
  readonly freshness: string;
  readonly refreshedAtMs: number;
  readonly onClearFilter: () => void;
}

/** One panel of the dashboard: its query with the filters, drawn as its kind says. */
export function PanelOf(props: PanelOfProps) {
  const { panel, query, filters, freshness, refreshedAtMs } = props;
  const { name } = query;
  const request = {
    parameters: toParameters(filters, query, refreshedAtMs),
    atVersion: filters.version,
  };
  const { view, reload } = useRequest('query.run', { name, ...request }, freshness);
  const trendOf = panel.kind === 'tiles' ? panel.trend : null;
  const trend = useRequest(
    'query.run',
    trendOf && { name: trendOf.query, ...request },
    freshness,
  ).value;
  const title = language() === 'fr' ? query.titleFr : query.title;
  const notHeeded = isFiltered(filters) && !heedsAll(filters, query);
  const isWide = panel.kind !== 'bars' || (panel.isWide ?? false);
  const values =
    trend && trendOf
      ? trend.rows.map((row) => Number(row[columnOf(trend, trendOf.column).at] ?? 0))
      : [];
  return (
    <QueryPanel
      title={title}
      className={`dashboard-panel panel-${panel.kind} ${isWide ? 'panel-wide' : ''}`}
      view={view}
      isPast={filters.version !== null}
      reload={reload}
      onClearFilter={isFiltered(filters) ? props.onClearFilter : undefined}
      aside={notHeeded && <Badge tone="neutral" icon="caution" word={t('dashboard.notFiltered')} />}
      chart={(result) => {
        switch (panel.kind) {
          case 'tiles':
            return <KpiTiles result={result} trend={values} />;
          case 'stacked':
            return <RevenueRows result={result} isTable={false} />;
          case 'heat':
            return <HeatTable result={result} {...panel} label={title} />;
          case 'bars':
            return <BarsOf result={result} name={panel.name} value={panel.value} />;
          case 'lines':
            return <LinesOf result={result} position={panel.position} lines={panel.lines} />;
        }
      }}
      {...(panel.kind === 'heat'
        ? {}
        : { table: (result) => <ResultTable result={result} label={title} /> })}
    />
  );
}
