import './zod-without-eval';
import { createRoot } from 'react-dom/client';
import { chooseTransport } from './api/choose-transport';
import { createClient } from './api/control-center-client';
import { subscribeStores } from './api/subscribe-stores';
import { App } from './app';
import { ClientContext } from './state/client-context';
import { startClock } from './state/clock-store';
import { StoresContext, createStores } from './state/stores';
import './styles/index.css';

const client = createClient(chooseTransport(window));
const stores = createStores(client, window);
subscribeStores(client, stores);
startClock(stores.clock);

const root = document.querySelector('#root');
if (!root) throw new Error('the page has no element #root');
createRoot(root).render(
  <ClientContext value={client}>
    <StoresContext value={stores}>
      <App />
    </StoresContext>
  </ClientContext>,
);
