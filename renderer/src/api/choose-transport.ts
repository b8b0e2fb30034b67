import type { ControlCenterApi } from '../../../main/contract/api';
import { createDesktopTransport } from './desktop-transport';
import { takeSessionToken } from './session-token';
import type { Transport } from './transport';
import { createWebSocketTransport } from './web-socket-transport';

declare global {
  interface Window {
    /** Put there by the desktop's preload script; absent in a browser. */
    readonly deltadesk?: ControlCenterApi;
  }
}

/** The one place that knows which door the page came through. */
export function chooseTransport(page: Window): Transport {
  if (page.deltadesk) return createDesktopTransport(page.deltadesk);
  const token = takeSessionToken(page);
  if (token === null) return refusedTransport;
  return createWebSocketTransport({
    address: `ws://${page.location.host}/ws`,
    token,
    openSocket: (address) => new WebSocket(address),
  });
}

const refusedTransport: Transport = {
  invoke: () =>
    Promise.resolve({
      ok: false,
      failure: { code: 'CONTROL_UNREACHABLE', facts: {}, lastLogLines: [] },
    }),
  on: () => () => {},
  watchConnection: (listener) => listener({ kind: 'refused' }),
  retryNow: () => {},
};
