import { createContext, useContext } from 'react';
import type { ControlCenterClient } from '../api/control-center-client';

/** Carries the control center to the pages that ask it something of their own. */
export const ClientContext = createContext<ControlCenterClient | null>(null);

export function useClient(): ControlCenterClient {
  const client = useContext(ClientContext);
  if (!client) throw new Error('useClient needs a ClientContext around it');
  return client;
}
