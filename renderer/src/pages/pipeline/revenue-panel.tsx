import { ChartMenu } from '../../charts/chart-menu';
import { QueryPanel } from '../../components/query-panel';
import { t } from '../../languages/language';
import { lastGood } from '../../state/async-view';
import { useStores } from '../../state/stores';
import { RevenueRows } from './revenue-rows-view';

/** Revenue by country × segment: bars or figures, and below them what they were read from. */
export function RevenuePanel() {
  const view = useStores('revenue', (state) => state.view);
  const load = useStores('revenue', (state) => state.load);
  const result = lastGood(view);
  return (
    <QueryPanel
      title={t('revenue.title')}
      unit={t('revenue.unit')}
      className="revenue"
      view={view}
      reload={() => void load()}
      actions={result && <ChartMenu title={t('revenue.title')} rows={() => result} />}
      chart={(result) => <RevenueRows result={result} isTable={false} />}
      table={(result) => <RevenueRows result={result} isTable />}
    />
  );
}
