import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { TableSummary } from '../../../main/contract/delta';
import type { QueryResult } from '../../../main/contract/query';
import { failureOf } from '../api/client-failure';
import type { ControlCenterClient } from '../api/control-center-client';
import { lastGood } from './async-view';
import type { AsyncView } from './async-view';

export interface QueryState {
  readonly view: AsyncView<QueryResult>;
  /** Runs the query; while one runs, any number of further calls cause one more run after it. */
  load(): Promise<void>;
  /** Begins anew: nothing that was read holds any more. */
  forget(): void;
  /** Runs the query when the table is one that it read and the version is newer than the rows. */
  tableCommitted(table: Pick<TableSummary, 'table' | 'tableVersion'>): void;
}
export type QueryStore = StoreApi<QueryState>;

/** The rows of one named query, kept as fresh as the tables it reads. */
export function createQueryStore(client: ControlCenterClient, name: string): QueryStore {
  let isRunning = false;
  let isWanted = false;
  const seenVersions = new Map<string, number>();

  return createStore<QueryState>()((set, get) => {
    const run = async () => {
      try {
        set({ view: { kind: 'ready', value: await client.request('query.run', { name }) } });
      } catch (thrown) {
        const failure = failureOf(thrown);
        // The band above the page says that the connection is lost; the rows stay as they are.
        if (failure.code === 'CONTROL_UNREACHABLE') return;
        const last = lastGood(get().view);
        if (failure.code === 'TABLE_UNKNOWN' && last === null)
          set({ view: { kind: 'empty', sinceMs: Date.now() } });
        else set({ view: { kind: 'failed', failure, last } });
      }
    };
    return {
      view: { kind: 'loading', sinceMs: Date.now() },
      async load() {
        isWanted = true;
        if (isRunning) return;
        isRunning = true;
        try {
          while (isWanted) {
            isWanted = false;
            await run();
          }
        } finally {
          isRunning = false;
        }
      },
      forget() {
        seenVersions.clear();
        set({ view: { kind: 'loading', sinceMs: Date.now() } });
        void get().load();
      },
      tableCommitted({ table, tableVersion }) {
        const read = lastGood(get().view)?.tableVersions;
        // Before the first rows it is not known which tables the query reads: any new version may
        // be what was missing.
        const known = read ? (read[table] ?? Infinity) : (seenVersions.get(table) ?? -1);
        seenVersions.set(table, tableVersion);
        if (tableVersion > known) void get().load();
      },
    };
  });
}
