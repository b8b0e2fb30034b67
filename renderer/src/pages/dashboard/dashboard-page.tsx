import { useState } from 'react';
import { Badge } from '../../components/badge';
import { formatInteger } from '../../format/numbers';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { dashboards } from './dashboards';
import type { DashboardPanel } from './dashboards';
import { FilterBar } from './filter-bar';
import { readFilters } from './filters';
import { PanelOf } from './panel-of';
import { RefreshControl } from './refresh-control';
import { TimeSlider } from './time-slider';
import { useRefresh } from './use-refresh';
import type { RefreshChoice } from './use-refresh';

/** What does the business look like now, or as it looked at an earlier version? */
export function DashboardPage() {
  const pack = useStores('overview', (state) => state.overview?.pipeline.pack ?? null);
  const parameters = useStores('address', (state) => state.address.parameters);
  const adjust = useStores('address', (state) => state.adjust);
  const [everyMs, setEveryMs] = useState<RefreshChoice>(2_000);
  const refresh = useRefresh(everyMs);
  const queries = useRequest('queries.read', {}, pack ?? '').value?.queries ?? [];
  const filters = readFilters(parameters);
  const panels = dashboards[pack ?? ''] ?? [];
  const clear = () => adjust({ range: null, country: null, segment: null, category: null });
  const draw = (panel: DashboardPanel) => {
    const query = queries.find(({ name }) => name === panel.query);
    if (!query) return null;
    return (
      <PanelOf
        key={`${panel.kind} ${panel.query}`}
        panel={panel}
        query={query}
        filters={filters}
        freshness={filters.version === null ? refresh.tables : ''}
        refreshedAtMs={refresh.atMs}
        onClearFilter={clear}
      />
    );
  };
  return (
    <main className="page dashboard-page">
      <div className="dashboard-tools">
        <FilterBar
          filters={filters}
          hasSets={queries.some(({ name }) => name === 'filter_values')}
        />
        <div className="dashboard-time">
          <TimeSlider filters={filters} />
          <RefreshControl
            everyMs={everyMs}
            onChange={setEveryMs}
            atMs={refresh.atMs}
            onNow={refresh.now}
          />
        </div>
      </div>
      {filters.version !== null && (
        <div className="past-band tone-amber" role="status">
          <Badge tone="amber" icon="clock" word={t('dashboard.notLive')} />
          <span>{t('dashboard.versionShown', { version: formatInteger(filters.version) })}</span>
          <button type="button" className="button" onClick={() => adjust({ version: null })}>
            {t('dashboard.backToLive')}
          </button>
        </div>
      )}
      {panels.filter(({ kind }) => kind === 'tiles').map(draw)}
      <div className="dashboard-grid">
        {panels.filter(({ kind }) => kind !== 'tiles').map(draw)}
      </div>
    </main>
  );
}
