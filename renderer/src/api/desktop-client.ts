import type { ControlCenterApi } from '../../../main/contract/api';
import { desktopEvents, desktopRequests } from '../../../main/contract/desktop';
import type {
  DesktopEventName,
  DesktopEventOf,
  DesktopRequestName,
  DesktopRequestOf,
  DesktopResponseOf,
} from '../../../main/contract/desktop';
import { ClientFailure } from './client-failure';
import { createDesktopTransport } from './desktop-transport';

/** What the desktop alone can do: dialogs, folders of the system, menus that reach the page. */
export interface DesktopClient {
  /** Answers or throws `ClientFailure`. */
  request<N extends DesktopRequestName>(
    name: N,
    request: DesktopRequestOf<N>,
  ): Promise<DesktopResponseOf<N>>;
  /** Returns the function that unsubscribes. */
  on<N extends DesktopEventName>(name: N, listener: (value: DesktopEventOf<N>) => void): () => void;
}

/** The desktop around the page; null in a browser. */
export function createDesktopClient(page: {
  readonly deltadesk?: ControlCenterApi;
}): DesktopClient | null {
  if (!page.deltadesk) return null;
  const transport = createDesktopTransport(page.deltadesk);
  return {
    async request(name, request) {
      const result = await transport.invoke(name, request);
      if (!result.ok) throw new ClientFailure(result.failure);
      const parsed = desktopRequests[name].response.safeParse(result.value);
      if (parsed.success) return parsed.data as DesktopResponseOf<typeof name>;
      const facts = { reason: `answer to ${name} has the wrong shape` };
      throw new ClientFailure({ code: 'INTERNAL', facts, lastLogLines: [] });
    },
    on: (name, listener) =>
      transport.on(name, (value) => {
        const parsed = desktopEvents[name].safeParse(value);
        if (parsed.success) listener(parsed.data as DesktopEventOf<typeof name>);
      }),
  };
}
