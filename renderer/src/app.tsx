import { useEffect } from 'react';
import type { PipelineState } from '../../main/contract/pipeline';
import { BottomBar } from './components/bottom-bar';
import { CommandPalette } from './components/command-palette';
import { ConnectionBand } from './components/connection-band';
import { QuittingScreen } from './components/quitting-screen';
import { Rail } from './components/rail';
import { LiveRegions } from './components/state-announcer';
import { ShortcutsOverlay } from './components/shortcuts-overlay';
import { TopBar } from './components/top-bar';
import { Tour } from './components/tour/tour';
import { t } from './languages/language';
import { placeOf, places } from './places';
import { useStores } from './state/stores';
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
  const isStale = useStores('connection', ({ connection }) => connection.kind === 'lost');
  const lakehouse = useStores('overview', ({ overview }) => overview?.lakehouse ?? 'own');
  const title = t(`places.${place.name}`);
  useEffect(() => showStateInTab(state, title), [state, title]);
  useWindowShortcuts();
  return (
    <div className="app" data-stale={isStale}>
      <TopBar />
      <ConnectionBand />
      <div className="frame">
        <Rail places={places} current={place} />
        {/* Of other tables nothing that is shown holds. */}
        <place.page key={lakehouse} />
      </div>
      <BottomBar />
      <CommandPalette />
      <Tour />
      <ShortcutsOverlay />
      <QuittingScreen />
      <LiveRegions />
    </div>
  );
}

const favicons: Record<PipelineState, string> = {
  stopped: 'stopped',
  checking: 'working',
  starting: 'working',
  running: 'running',
  degraded: 'degraded',
  stopping: 'working',
  failed: 'failed',
};

/** State in title and icon of the browser's tab, and in the window's title. */
function showStateInTab(state: PipelineState | null, place: string): void {
  const words = [state && t(`state.${state}`), place, t('product')];
  document.title = words.filter(Boolean).join(' · ');
  document
    .querySelector('#favicon')
    ?.setAttribute('href', `./state-${state ? favicons[state] : 'stopped'}.svg`);
}
