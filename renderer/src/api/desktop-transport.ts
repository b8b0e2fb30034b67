import type { ControlCenterApi } from '../../../main/contract/api';
import type { Transport } from './transport';

/** The preload script's two functions; the process that answers cannot be lost, only end. */
export function createDesktopTransport(api: ControlCenterApi): Transport {
  const invoke = api.invoke as Transport['invoke'];
  const on = api.on as Transport['on'];
  return {
    invoke: (name, request) => invoke(name, request),
    on: (name, listener) => on(name, listener),
    watchConnection: (listener) => listener({ kind: 'open' }),
    retryNow: () => {},
  };
}
