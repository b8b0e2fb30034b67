import { useRef, useState } from 'react';
import { PackChoice } from '../../components/pack-choice';
import { PanelNotice } from '../../components/panel-notice';
import { StoppedBand } from '../../components/stopped-band';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { useShownPack } from '../../state/use-shown-pack';
import type { ShownPack } from '../../state/use-shown-pack';
import { Learn } from '../../components/learn';
import { NoTables } from '../../components/no-tables';
import { ViewNotice } from '../../components/view-notice';
import { dashboards, silverTables } from './dashboards';
import type { DashboardPanel } from './dashboards';
import { ExportPanel, OfferedPanelsContext } from './export-panel';
import type { OfferedPanels } from './export-panel';
import { FigureDialog } from './figure-dialog';
import { FilterBar } from './filter-bar';
import { isFiltered, readFilters, setNames, withoutFilters } from './filters';
import { OpenFigureContext } from './open-figure';
import type { OpenedFigure } from './open-figure';
import { PanelOf } from './panel-of';
import { PastBand } from './past-band';
import { PinnedPanels } from './pinned-panels';
import { RefreshControl } from './refresh-control';
import { TimeSlider } from './time-slider';
import { useFilterChoices } from './use-filter-choices';
import { useRefresh } from './use-refresh';
import type { RefreshChoice } from './use-refresh';

const noQueries: never[] = [];

/** What does the business look like now, or as it looked at an earlier version? */
export function DashboardPage() {
  const shown = useShownPack();
  // floor.md S0-21: every 30 s, and with every new version of a table.
  const every = useState<RefreshChoice>(30_000);
  // Two packs may have queries of one name: nothing of one may be seen in the other.
  return <PackDashboard key={shown.pack} shown={shown} every={every} />;
}

interface PackDashboardProps {
  readonly shown: ShownPack;
  readonly every: readonly [RefreshChoice, (everyMs: RefreshChoice) => void];
}

/** The dashboard of one pack: its own queries, panels and filters. */
function PackDashboard({ shown: { pack, asked }, every }: PackDashboardProps) {
  const hasNoTables = useStores('overview', (state) => state.overview?.tables.length === 0);
  const parameters = useStores('address', (state) => state.address.parameters);
  const adjust = useStores('address', (state) => state.adjust);
  const [everyMs, setEveryMs] = every;
  const offered = useRef<OfferedPanels>(new Map()).current;
  const [opened, setOpened] = useState<OpenedFigure | null>(null);
  const refresh = useRefresh(everyMs);
  const whose = asked === undefined ? {} : { pack: asked };
  const listed = useRequest('queries.read', whose, pack ?? '');
  const queries = listed.value?.queries ?? noQueries;
  const panels = dashboards[pack ?? ''] ?? [];
  const names = setNames(queries.filter(({ name }) => panels.some((one) => one.query === name)));
  const filters = readFilters(parameters, names);
  const silver = silverTables[pack ?? ''] ?? null;
  const hasValues = queries.some(({ name }) => name === 'filter_values');
  const choices = useFilterChoices(
    hasValues && !hasNoTables ? whose : null,
    `${refresh.turn} ${Object.keys(refresh.versions).join()}`,
  );
  const clear = () => adjust(withoutFilters(names));
  const draw = (panel: DashboardPanel) => {
    const query = queries.find(({ name }) => name === panel.query);
    if (!query) return null;
    return (
      <PanelOf
        key={`${panel.kind} ${panel.query}`}
        panel={panel}
        query={query}
        {...whose}
        filters={filters}
        refresh={refresh}
        labelOf={choices.labelOf}
        onClearFilter={clear}
      />
    );
  };
  if (hasNoTables)
    return (
      <main className="page dashboard-page">
        <NoTables willAppear={t('dashboard.willAppear')} icon="gauge" />
      </main>
    );
  return (
    <OpenFigureContext value={setOpened}>
      <OfferedPanelsContext value={offered}>
        <main className="page dashboard-page">
          <PackChoice leaves={['version', ...names]} />
          <div className="dashboard-tools">
            <FilterBar
              filters={filters}
              hasValues={hasValues}
              isWaiting={listed.view.kind === 'loading'}
              choices={choices}
            />
            <div className="dashboard-time">
              <TimeSlider filters={filters} table={silver} />
              <Learn topic="timeTravel" />
              <RefreshControl
                everyMs={everyMs}
                onChange={setEveryMs}
                atMs={refresh.atMs}
                onNow={refresh.now}
              />
            </div>
          </div>
          {filters.version !== null && <PastBand version={filters.version} table={silver} />}
          {filters.version === null && <StoppedBand table={silver} />}
          {pack !== null && panels.length === 0 && (
            <PanelNotice icon="gauge" title={t('dashboard.none')} />
          )}
          {panels.length > 0 && listed.value === null && (
            <ViewNotice
              view={listed.view}
              willAppear={t('dashboard.willAppear')}
              onRetry={listed.reload}
            />
          )}
          {panels.filter(({ kind }) => kind === 'tiles').map(draw)}
          <div className="dashboard-grid">
            {panels.filter(({ kind }) => kind !== 'tiles').map(draw)}
          </div>
          <PinnedPanels
            refresh={refresh}
            version={filters.version}
            isFiltered={isFiltered(filters)}
          />
        </main>
      </OfferedPanelsContext>
      <ExportPanel offered={offered} />
      {opened && <FigureDialog opened={opened} onClose={() => setOpened(null)} />}
    </OpenFigureContext>
  );
}
