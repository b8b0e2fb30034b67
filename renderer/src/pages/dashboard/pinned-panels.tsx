import { useState } from 'react';
import type { Failure } from '../../../../main/contract/failure';
import type { PinnedQuery } from '../../../../main/contract/pinned-query';
import type { QueryResult } from '../../../../main/contract/query';
import { failureOf } from '../../api/client-failure';
import { chartColumns, chartsFor } from '../../charts/pinned-chart';
import { Badge } from '../../components/badge';
import { FailureCard } from '../../components/failure-card';
import { QueryPanel } from '../../components/query-panel';
import { Figure } from '../../components/tile';
import { columnTitle, formatFigure } from '../../format/cells';
import { t } from '../../languages/language';
import { lastGood } from '../../state/async-view';
import { useClient } from '../../state/client-context';
import { useRequest } from '../../state/use-request';
import type { DashboardPanel } from './dashboards';
import { FigureMenu } from './figure-menu';
import { FigureTable } from './figure-table';
import { PanelDrawing } from './panel-drawing';
import { columnOf } from './panel-rows';
import { useFollowed } from './use-followed';
import { freshnessOf } from './use-refresh';
import type { Refresh } from './use-refresh';

/** The statements that a person pinned, each a panel; nothing before the first. */
export function PinnedPanels(props: {
  refresh: Refresh;
  version: number | null;
  isFiltered: boolean;
}) {
  const client = useClient();
  const { value, reload } = useRequest('pinnedQueries.read', {});
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const queries = value?.queries ?? [];
  if (queries.length === 0) return null;
  const unpin = async (name: string) => {
    try {
      await client.request('pinnedQuery.unpin', { name });
      setRefusal(null);
    } catch (thrown) {
      setRefusal(failureOf(thrown));
    }
    reload();
  };
  return (
    <section className="pinned" aria-label={t('dashboard.pinned')}>
      <h2 className="pinned-title">{t('dashboard.pinned')}</h2>
      {refusal && <FailureCard failure={refusal} onDismiss={() => setRefusal(null)} />}
      <div className="dashboard-grid">
        {queries.map((query) => (
          <PinnedPanel
            key={query.name}
            query={query}
            {...props}
            onUnpin={() => void unpin(query.name)}
          />
        ))}
      </div>
    </section>
  );
}

function PinnedPanel(props: {
  query: PinnedQuery;
  refresh: Refresh;
  version: number | null;
  isFiltered: boolean;
  onUnpin: () => void;
}) {
  const { query, refresh, version } = props;
  const { name } = query;
  const { view, reload } = useFollowed('pinnedQuery.run', { name, atVersion: version }, (read) =>
    version === null ? freshnessOf(refresh, read) : '',
  );
  const result = lastGood(view);
  // What was pinned as bars may have other columns today.
  const chart = result && chartsFor(result).includes(query.chart) ? query.chart : 'table';
  return (
    <QueryPanel
      title={name}
      className={`dashboard-panel ${chart === 'lines' || chart === 'table' ? 'panel-wide' : ''}`}
      view={view}
      isPast={version !== null}
      reload={reload}
      aside={
        props.isFiltered && (
          <Badge tone="neutral" icon="caution" word={t('dashboard.notFiltered')} />
        )
      }
      actions={
        <FigureMenu
          opened={result && { title: name, result, row: null, column: null }}
          hasChart={chart === 'bars' || chart === 'lines'}
          onUnpin={props.onUnpin}
        />
      }
      chart={(shown) =>
        chart === 'number' ? (
          <PinnedNumber result={shown} />
        ) : (
          <PanelDrawing panel={pinnedPanel(chart, shown)} result={shown} title={name} />
        )
      }
      {...(chart === 'table'
        ? {}
        : { table: (shown) => <FigureTable result={shown} title={name} /> })}
    />
  );
}

/** The first row's figures, large. */
function PinnedNumber({ result }: { result: QueryResult }) {
  return (
    <div className="pinned-number">
      {chartColumns(result).figures.map((column) => {
        const { at, type } = columnOf(result, column);
        const value = formatFigure(column, result.rows[0]?.[at] ?? null, type);
        return <Figure key={column} name={columnTitle(column)} value={value} />;
      })}
    </div>
  );
}

function pinnedPanel(chart: 'bars' | 'lines' | 'table', result: QueryResult): DashboardPanel {
  const { position, figures } = chartColumns(result);
  const [first] = figures;
  if (chart === 'table' || position === null || first === undefined)
    return { kind: 'table', query: '' };
  if (chart === 'bars') return { kind: 'bars', query: '', name: position, value: first };
  const isAmount = (column: string) =>
    /^(DECIMAL|DOUBLE|FLOAT)/.test(columnOf(result, column).type);
  return {
    ...{ kind: 'lines', query: '', position },
    lines: figures.map((column, index) => ({
      column,
      kind: index === 1 ? 'mean' : 'line',
      // Amounts and counts have an axis each.
      isSecond: isAmount(column) !== isAmount(first),
    })),
  };
}
