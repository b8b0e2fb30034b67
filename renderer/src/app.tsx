import { useEffect } from 'react';
import { BottomBar } from './components/bottom-bar';
import { CommandPalette } from './components/command-palette';
import { ConnectionBand } from './components/connection-band';
import { QuittingScreen } from './components/quitting-screen';
import { NoticeList } from './components/notice-list';
import { PlaceBoundary } from './components/place-boundary';
import { Rail } from './components/rail';
import { LiveRegions } from './components/state-announcer';
import { ShortcutsOverlay } from './components/shortcuts-overlay';
import { StoppedPage } from './components/stopped-page';
import { TopBar } from './components/top-bar';
import { Tour } from './components/tour/tour';
import { t } from './languages/language';
import { placeOf, places } from './places';
import { useStores } from './state/stores';
import { showStateInTab } from './state-in-tab';
import { useWindowShortcuts } from './shortcuts/use-window-shortcuts';

/** The whole page; another language draws it anew where it stands, so that the focus stays. */
export function App() {
  useStores('language', (state) => state.language);
  return <Frame />;
}

/** The frame: bars, rail, and the page of the present address. */
function Frame() {
  const path = useStores('address', (state) => state.address.path);
  const place = placeOf(path);
  const state = useStores('overview', (overview) => overview.overview?.pipeline.state ?? null);
  const connection = useStores('connection', (now) => now.connection);
  const lakehouse = useStores('overview', ({ overview }) => overview?.lakehouse ?? 'own');
  const title = t(`places.${place.name}`);
  useEffect(() => showStateInTab(state, connection, title), [state, connection, title]);
  useWindowShortcuts();
  return (
    <div className="app" data-stale={connection.kind === 'lost'}>
      <TopBar />
      <ConnectionBand />
      <div className="frame">
        <Rail places={places} current={place} />
        {/* Of other tables nothing that is shown holds. */}
        <PlaceBoundary key={`${place.name} ${lakehouse}`} title={title}>
          <place.page />
        </PlaceBoundary>
      </div>
      <BottomBar />
      <CommandPalette />
      <Tour />
      <ShortcutsOverlay />
      <NoticeList />
      <QuittingScreen />
      <StoppedPage />
      <LiveRegions />
    </div>
  );
}
