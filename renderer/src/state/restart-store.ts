import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Failure } from '../../../main/contract/failure';
import type { PipelinePart } from '../../../main/contract/pipeline';
import type { ControlCenterClient } from '../api/control-center-client';
import { failureOf } from '../api/client-failure';

/** Where the restart of a part stands that this page asked for; times of this page's clock. */
export type Restart =
  | { readonly kind: 'running'; readonly sinceMs: number }
  | { readonly kind: 'done'; readonly tookMs: number }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The newest restart of each part, until it is dismissed or asked for again. */
export interface RestartState {
  readonly restarts: Readonly<Partial<Record<PipelinePart, Restart>>>;
  restart(part: PipelinePart): Promise<void>;
  dismiss(part: PipelinePart): void;
}
export type RestartStore = StoreApi<RestartState>;

/** The menu asks for a restart, the part's card shows it. */
export function createRestartStore(client: ControlCenterClient): RestartStore {
  return createStore<RestartState>()((set, get) => {
    const note = (part: PipelinePart, restart: Restart) =>
      set(({ restarts }) => ({ restarts: { ...restarts, [part]: restart } }));
    return {
      restarts: {},
      async restart(part) {
        if (get().restarts[part]?.kind === 'running') return;
        note(part, { kind: 'running', sinceMs: Date.now() });
        try {
          const { tookMs } = await client.request('part.restart', { part });
          note(part, { kind: 'done', tookMs });
        } catch (thrown) {
          note(part, { kind: 'failed', failure: failureOf(thrown) });
        }
      },
      dismiss: (part) => set(({ restarts: { [part]: _, ...others } }) => ({ restarts: others })),
    };
  });
}
