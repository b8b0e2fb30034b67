import type { QueryResult } from '../../../../main/contract/query';
import { RevenueRows } from '../pipeline/revenue-rows-view';
import { BarsOf } from './bar-chart';
import type { DashboardPanel } from './dashboards';
import { FigureTable } from './figure-table';
import { HeatTable } from './heat-table';
import { KpiTiles } from './kpi-tiles';
import { LinesOf } from './line-chart';
import { useOpenFigure } from './open-figure';
import { rowTitle } from './panel-rows';
import type { Trends } from './trends';

/** The rows of a panel, drawn as its kind says; each bar, point and cell opens its figure. */
export function PanelDrawing(props: {
  panel: DashboardPanel;
  result: QueryResult;
  title: string;
  /** The small lines of tiles. */
  trends?: Trends;
}) {
  const { panel, result, title } = props;
  const open = useOpenFigure();
  const openRow = (row: number, column: string) =>
    open({ title: rowTitle(title, result, row), result, row, column });
  switch (panel.kind) {
    case 'tiles':
      return <KpiTiles result={result} trends={props.trends ?? new Map()} />;
    case 'stacked':
      return (
        <RevenueRows result={result} isTable={false} onOpen={(row) => openRow(row, 'ca_total')} />
      );
    case 'heat':
      return <HeatTable result={result} {...panel} label={title} />;
    case 'bars':
      return <BarsOf result={result} name={panel.name} value={panel.value} onOpen={openRow} />;
    case 'table':
      return <FigureTable result={result} title={title} />;
    case 'lines': {
      const { position, lines, lastsMs } = panel;
      return <LinesOf {...{ result, position, lines, lastsMs }} onOpen={openRow} />;
    }
  }
}
