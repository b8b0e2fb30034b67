import { useMemo, useState } from 'react';
import type { QueryResult } from '../../../../main/contract/query';
import { Icon } from '../../components/icon';
import { Panel } from '../../components/panel';
import { t } from '../../languages/language';
import { useNowMs, useStores } from '../../state/stores';
import { panelCondition } from './panel-condition';
import { QuerySource } from './query-source';
import { RevenueChart } from './revenue-chart';
import { RevenueNotice, RevenueStateNote } from './revenue-notice';
import { totalRevenue, toRevenueRows } from './revenue-rows';
import { RevenueTable } from './revenue-table';

/** Revenue by country × segment: bars or figures, and below them what they were read from. */
export function RevenuePanel() {
  const view = useStores('revenue', (state) => state.view);
  const load = useStores('revenue', (state) => state.load);
  const pipeline = useStores('overview', (state) => state.overview?.pipeline ?? null);
  const connection = useStores('connection', (state) => state.connection);
  const nowMs = useNowMs();
  const [isTable, setIsTable] = useState(false);

  const condition = panelCondition({ view, pipeline, connection, nowMs });
  const result = 'result' in condition ? condition.result : null;
  const hasRows = result !== null && result.rows.length > 0;
  return (
    <Panel
      title={t('revenue.title')}
      unit={t('revenue.unit')}
      className="revenue"
      aside={
        <>
          <RevenueStateNote condition={condition} nowMs={nowMs} onRetry={() => void load()} />
          {hasRows && (
            <button
              type="button"
              className="button"
              aria-pressed={isTable}
              onClick={() => setIsTable(!isTable)}
            >
              <Icon name={isTable ? 'bars' : 'table'} />
              {isTable ? t('revenue.viewAsChart') : t('revenue.viewAsTable')}
            </button>
          )}
        </>
      }
      footer={result && <QuerySource result={result} nowMs={nowMs} />}
    >
      {hasRows ? (
        <RevenueRows result={result} isTable={isTable} />
      ) : (
        <RevenueNotice condition={condition} nowMs={nowMs} onRetry={() => void load()} />
      )}
    </Panel>
  );
}

/** The rows themselves; the attributes let a test compare what is drawn with what is stored. */
function RevenueRows({ result, isTable }: { result: QueryResult; isTable: boolean }) {
  const rows = useMemo(() => toRevenueRows(result), [result]);
  return (
    <div
      className="revenue-rows"
      data-testid="revenue"
      data-point-count={rows.length}
      data-sum={totalRevenue(rows)}
    >
      {isTable ? <RevenueTable rows={rows} /> : <RevenueChart rows={rows} />}
    </div>
  );
}
