import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { DoctorReport } from '../../../main/contract/doctor';
import type { ControlCenterClient } from '../api/control-center-client';
import { failureOf } from '../api/client-failure';
import { lastGood } from './async-view';
import type { AsyncView } from './async-view';

export interface DoctorState {
  readonly view: AsyncView<DoctorReport>;
  /** The checks are being asked now; the report before stays. */
  readonly isRunning: boolean;
  /** Asks all checks; what another call has begun is not begun twice. */
  run(): Promise<void>;
  /** The run of each launch (ux.md 5.9): the first one, and none after it. */
  runAtLaunch(): Promise<void>;
}
export type DoctorStore = StoreApi<DoctorState>;

/** The doctor's newest report, for its place and for the count in the rail. */
export function createDoctorStore(client: ControlCenterClient): DoctorStore {
  let hasLaunched = false;
  return createStore<DoctorState>()((set, get) => ({
    view: { kind: 'loading', sinceMs: Date.now() },
    isRunning: false,
    async run() {
      if (get().isRunning) return;
      hasLaunched = true;
      set({ isRunning: true });
      try {
        set({ view: { kind: 'ready', value: await client.request('doctor.run', {}) } });
      } catch (thrown) {
        const failure = failureOf(thrown);
        set({ view: { kind: 'failed', failure, last: lastGood(get().view) } });
      } finally {
        set({ isRunning: false });
      }
    },
    async runAtLaunch() {
      if (!hasLaunched) await get().run();
    },
  }));
}

/** How many checks have failed in the newest report; 0 before the first. */
export const failedChecks = ({ view }: DoctorState): number =>
  lastGood(view)?.checks.filter(({ result }) => result === 'failed').length ?? 0;
