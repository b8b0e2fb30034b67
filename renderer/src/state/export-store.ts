import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { RequestOf } from '../../../main/contract/api';
import type { DownloadOffer } from '../../../main/contract/download';
import type { ExportDone } from '../../../main/contract/export';
import type { Failure } from '../../../main/contract/failure';
import { failureOf } from '../api/client-failure';
import type { ControlCenterClient } from '../api/control-center-client';
import { saveOffer } from '../api/save-offer';

/** Where the last export stands; `what` names it for people. */
export type ExportState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'running';
      readonly what: string;
      readonly requestId: string;
      readonly startedAtMs: number;
      /** Null before the first report. */
      readonly percent: number | null;
      /** Rows (an estimate) and bytes so far; null before the first are written. */
      readonly written: { readonly rows: number; readonly bytes: number } | null;
    }
  | {
      readonly kind: 'done';
      readonly what: string;
      readonly done: ExportDone;
      /** What the browser saves; null for an export to a folder. */
      readonly download: DownloadOffer | null;
    }
  | { readonly kind: 'failed'; readonly what: string; readonly failure: Failure };

/** An export into a folder, or one that the browser saves. */
export type ExportOrder =
  | { readonly to: 'folder'; readonly request: RequestOf<'export.run'> }
  | { readonly to: 'download'; readonly request: RequestOf<'download.export'> };

/** Runs one export at a time, with its progress and its cancel. */
export interface ExportRun {
  readonly state: ExportState;
  /** How many have ended, well or not. */
  readonly ended: number;
  run(what: string, order: ExportOrder): Promise<void>;
  /** Of what had to be asked before the export could begin, such as a folder. */
  fail(what: string, thrown: unknown): void;
  cancel(): void;
  dismiss(): void;
}
export type ExportStore = StoreApi<ExportRun>;

/** It goes on whatever place is looked at. */
export function createExportStore(client: ControlCenterClient): ExportStore {
  return createStore<ExportRun>()((set, get) => {
    const fail = (what: string, thrown: unknown) =>
      set({ state: { kind: 'failed', what, failure: failureOf(thrown) } });
    return {
      state: { kind: 'none' },
      ended: 0,
      async run(what, order) {
        const requestId = crypto.randomUUID();
        const begun = { what, requestId, startedAtMs: Date.now(), percent: null, written: null };
        set({ state: { kind: 'running', ...begun } });
        const off = client.on('request.progressed', (report) => {
          const { state } = get();
          if (state.kind !== 'running' || report.requestId !== requestId) return;
          const { percent, written } = report;
          set({ state: { ...state, percent, written: written ?? state.written } });
        });
        try {
          if (order.to === 'folder') {
            const done = await client.request('export.run', { ...order.request, requestId });
            set({ state: { kind: 'done', what, done, download: null } });
          } else {
            const asked = { ...order.request, requestId };
            const answer = await client.request('download.export', asked);
            set({ state: { kind: 'done', what, ...answer } });
            saveOffer(answer.download);
          }
        } catch (thrown) {
          fail(what, thrown);
        } finally {
          off();
          set(({ ended }) => ({ ended: ended + 1 }));
        }
      },
      fail,
      cancel() {
        const { state } = get();
        if (state.kind !== 'running') return;
        // One that has ended meanwhile cannot be cancelled, and says so itself.
        const { requestId } = state;
        client.request('request.cancel', { requestId }).catch(() => undefined);
      },
      dismiss: () => set({ state: { kind: 'none' } }),
    };
  });
}
