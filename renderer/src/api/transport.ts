import type { Result } from '../../../main/contract/failure';

/**
 * Whether the control center can be reached. `retryAtMs` is the time of the next attempt, null
 * while one is under way; `hasEnded` says that the other side said goodbye. `refused`: no key, or not the right one; trying again would not help.
 */
export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  | { readonly kind: 'lost'; readonly retryAtMs: number | null; readonly hasEnded: boolean }
  | { readonly kind: 'refused' };

/** Carries requests and pushes, unjudged: names and payloads are validated by the client. */
export interface Transport {
  invoke(name: string, request: unknown): Promise<Result<unknown>>;
  /** Returns the function that unsubscribes. */
  on(name: string, listener: (value: unknown) => void): () => void;
  /** Called at once with the present connection and then at each change. */
  watchConnection(listener: (connection: Connection) => void): void;
  /** Ends a waiting time; does nothing while connected. */
  retryNow(): void;
}
