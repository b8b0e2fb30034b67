import { events, requests } from '../../../main/contract/api';
import type {
  EventName,
  EventOf,
  RequestName,
  RequestOf,
  ResponseOf,
} from '../../../main/contract/api';
import { ClientFailure } from './client-failure';
import type { Connection, Transport } from './transport';

/** What the stores hold: requests that answer or throw `ClientFailure`, and pushes. */
export interface ControlCenterClient {
  request<N extends RequestName>(name: N, request: RequestOf<N>): Promise<ResponseOf<N>>;
  /** Returns the function that unsubscribes. */
  on<N extends EventName>(name: N, listener: (value: EventOf<N>) => void): () => void;
  /** Whether an answer to such a request of this page is still to come. */
  isAsking(name: RequestName): boolean;
  watchConnection(listener: (connection: Connection) => void): void;
  retryNow(): void;
}

/**
 * Unwraps results and validates everything that comes in, by the contract, whichever door it came
 * through: an answer of the wrong shape is a failure `INTERNAL`, a push of the wrong shape is dropped.
 */
export function createClient(transport: Transport): ControlCenterClient {
  const asking = new Map<RequestName, number>();
  const count = (name: RequestName, more: number) =>
    asking.set(name, (asking.get(name) ?? 0) + more);
  return {
    async request(name, request) {
      count(name, 1);
      const result = await transport.invoke(name, request).finally(() => count(name, -1));
      if (!result.ok) throw new ClientFailure(result.failure);
      const parsed = requests[name].response.safeParse(result.value);
      if (parsed.success) return parsed.data as ResponseOf<typeof name>;
      const reason = `answer to ${name}: ${parsed.error.issues[0]?.message ?? 'wrong shape'}`;
      throw new ClientFailure({ code: 'INTERNAL', facts: { reason }, lastLogLines: [] });
    },
    on: (name, listener) =>
      transport.on(name, (value) => {
        const parsed = events[name].safeParse(value);
        if (parsed.success) listener(parsed.data as EventOf<typeof name>);
      }),
    isAsking: (name) => (asking.get(name) ?? 0) > 0,
    watchConnection: (listener) => transport.watchConnection(listener),
    retryNow: () => transport.retryNow(),
  };
}
