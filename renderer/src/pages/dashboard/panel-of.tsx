import type { NamedQuery, QueryResult } from '../../../../main/contract/query';
import { Badge } from '../../components/badge';
import { QueryPanel } from '../../components/query-panel';
import { language, t } from '../../languages/language';
import { lastGood } from '../../state/async-view';
import type { AsyncView } from '../../state/async-view';
import { unitOf } from './panel-rows';
import type { DashboardPanel } from './dashboards';
import { FigureMenu } from './figure-menu';
import { FigureTable } from './figure-table';
import { noRowsText } from './filter-words';
import type { LabelOf } from './filter-words';
import { heedsAll, isFiltered, toParameters } from './filters';
import type { Filters } from './filters';
import { PanelDrawing } from './panel-drawing';
import { freshnessOf } from './use-refresh';
import type { Refresh } from './use-refresh';
import { useFollowed } from './use-followed';
import { useTrends } from './use-trends';

export interface PanelOfProps {
  readonly panel: DashboardPanel;
  readonly query: NamedQuery;
  /** Whose query it is; absent: of the pack that is asked without a name. */
  readonly pack?: string;
  readonly filters: Filters;
  readonly refresh: Refresh;
  readonly labelOf: LabelOf;
  readonly onClearFilter: () => void;
}

/** One panel of the dashboard: its query with the filters, drawn as its kind says. */
export function PanelOf(props: PanelOfProps) {
  const { panel, query, filters, refresh, pack } = props;
  const { name } = query;
  const request = {
    ...(pack === undefined ? {} : { pack }),
    parameters: toParameters(filters, query, refresh.atMs),
    atVersion: filters.version,
  };
  const { view, reload } = useFollowed('query.run', { name, ...request }, (read) =>
    filters.version === null ? freshnessOf(refresh, read) : '',
  );
  // The number by which a menu lists it says nothing here.
  const queryTitle = (language() === 'fr' ? query.titleFr : query.title).replace(/^[A-Z]\d+ /, '');
  // The same query may be drawn twice: each panel has a name of its own.
  const title = panel.kind === 'heat' ? t('dashboard.heat', { title: queryTitle }) : queryTitle;
  const notHeeded = isFiltered(filters) && !heedsAll(filters, query);
  const isFull = (panel.kind === 'table' || panel.kind === 'heat') && panel.isFull === true;
  const isNarrow = panel.kind === 'bars' && !panel.isWide;
  const result = lastGood(view);
  const trends = useTrends({ panel, query, pack, filters, refresh, isDrawn: result !== null });
  return (
    <QueryPanel
      title={title}
      {...(result ? { unit: unitOf(panel, result) } : {})}
      className={`dashboard-panel panel-${panel.kind} ${isNarrow ? '' : 'panel-wide'} ${isFull ? 'panel-full' : ''}`}
      view={isFiltered(filters) && panel.kind === 'tiles' ? withoutEmptyRow(view) : view}
      isPast={filters.version !== null}
      reload={reload}
      onClearFilter={isFiltered(filters) ? props.onClearFilter : undefined}
      noMatch={noRowsText(filters, heedsOf(query), props.labelOf)}
      aside={notHeeded && <Badge tone="neutral" icon="caution" word={t('dashboard.notFiltered')} />}
      actions={
        result && (
          <FigureMenu
            opened={{ title, result, row: null, column: null }}
            hasChart={!['tiles', 'heat', 'table'].includes(panel.kind)}
          />
        )
      }
      chart={(shown) => <PanelDrawing panel={panel} result={shown} title={title} trends={trends} />}
      {...(panel.kind === 'heat' || panel.kind === 'table'
        ? {}
        : { table: (shown) => <FigureTable result={shown} title={title} /> })}
    />
  );
}

/** Which of the filters a query follows. */
const heedsOf = ({ parameters }: NamedQuery) => {
  const has = (name: string) => parameters.some((parameter) => parameter.name === name);
  return { range: has('since'), set: has };
};

/** Figures over nothing are one row of nulls and zeros: as if there were no row. */
function withoutEmptyRow(view: AsyncView<QueryResult>): AsyncView<QueryResult> {
  if (view.kind !== 'ready') return view;
  const isEmpty = view.value.rows.every((row) => row.every((cell) => Number(cell ?? 0) === 0));
  return isEmpty ? { kind: 'ready', value: { ...view.value, rows: [] } } : view;
}
