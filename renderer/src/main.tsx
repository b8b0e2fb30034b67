import './zod-without-eval';
import { createRoot } from 'react-dom/client';
import { chooseTransport } from './api/choose-transport';
import { createClient } from './api/control-center-client';
import { createDesktopClient } from './api/desktop-client';
import { followDesktop } from './api/follow-desktop';
import { subscribeStores } from './api/subscribe-stores';
import { App } from './app';
import { ClientContext } from './state/client-context';
import { startClock } from './state/clock-store';
import { DesktopContext } from './state/desktop-context';
import { StoresContext, createStores } from './state/stores';
import { whenKept } from './state/when-kept';
import './styles/index.css';

/** Longer than this nobody looks at nothing. */
const patienceMs = 700;

const client = createClient(chooseTransport(window));
const stores = createStores(client, window);
subscribeStores(client, stores);
const desktop = createDesktopClient(window);
if (desktop) followDesktop(desktop, stores);
startClock(stores.clock);

const root = document.querySelector('#root');
if (!root) throw new Error('the page has no element #root');
// What is drawn first has the theme, the language and the place of the last time.
await whenKept(stores.kept, patienceMs);
createRoot(root).render(
  <ClientContext value={client}>
    <StoresContext value={stores}>
      <DesktopContext value={desktop}>
        <App />
      </DesktopContext>
    </StoresContext>
  </ClientContext>,
);
