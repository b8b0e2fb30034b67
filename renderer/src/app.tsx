import { useEffect, useState } from 'react';
import type { PipelineState } from '../../main/contract/pipeline';
import { BottomBar } from './components/bottom-bar';
import { ConnectionBand } from './components/connection-band';
import { Rail } from './components/rail';
import { TopBar } from './components/top-bar';
import { messages } from './messages';
import { places } from './places';
import { useStores } from './state/stores';

/** The frame: bars, rail, and the page of the present address. */
export function App() {
  const address = useAddress();
  const place = places.find((candidate) => candidate.address === address) ?? places[0];
  const state = useStores('overview', (overview) => overview.overview?.pipeline.state ?? null);
  const isStale = useStores('connection', ({ connection }) => connection.kind === 'lost');
  useEffect(() => showStateInTab(state), [state]);
  return (
    <div className="app" data-stale={isStale}>
      <TopBar />
      <ConnectionBand />
      <div className="frame">
        {places.length > 1 && <Rail places={places} current={place} />}
        <place.page />
      </div>
      <BottomBar />
    </div>
  );
}

/** The address after `#`, followed as it changes. */
function useAddress(): string {
  const [address, setAddress] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    const follow = () => setAddress(window.location.hash.slice(1));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return address;
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
function showStateInTab(state: PipelineState | null): void {
  document.title = state ? `${messages.state[state]} · ${messages.product}` : messages.product;
  document
    .querySelector('#favicon')
    ?.setAttribute('href', `./state-${state ? favicons[state] : 'stopped'}.svg`);
}
