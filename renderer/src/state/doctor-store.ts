import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { DoctorCheck, DoctorCheckId, DoctorReport } from '../../../main/contract/doctor';
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
  /** The one check that is being asked again; null while none is. */
  readonly asking: DoctorCheckId | null;
  /** Asks one check again; what another call has begun is not begun twice. Throws `ClientFailure`. */
  runOne(id: DoctorCheckId): Promise<void>;
  /** Keeps a check out of the count, or lets it count again. Throws `ClientFailure`. */
  mute(id: DoctorCheckId, muted: boolean): Promise<void>;
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
    asking: null,
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
    async runOne(id) {
      if (get().isRunning || get().asking !== null) return;
      set({ asking: id });
      try {
        const asked = await client.request('doctor.runOne', { id });
        set({ view: changed(get().view, (check) => (check.id === id ? asked : check)) });
      } finally {
        set({ asking: null });
      }
    },
    async mute(id, muted) {
      const answer = await client.request('doctor.mute', { id, muted });
      const isMuted = (check: DoctorCheck) => answer.muted.includes(check.id);
      set({ view: changed(get().view, (check) => ({ ...check, muted: isMuted(check) })) });
    },
    async runAtLaunch() {
      if (!hasLaunched) await get().run();
    },
  }));
}

/** The newest report with other checks; what else the view says is over with it. */
function changed(
  view: AsyncView<DoctorReport>,
  change: (check: DoctorCheck) => DoctorCheck,
): AsyncView<DoctorReport> {
  const report = lastGood(view);
  if (report === null) return view;
  const checks = report.checks.map(change);
  const ok = checks.every(({ result }) => result !== 'failed');
  return { kind: 'ready', value: { ...report, ok, checks } };
}

/** How many checks that count have failed in the newest report; 0 before the first. */
export const failedChecks = ({ view }: DoctorState): number =>
  lastGood(view)?.checks.filter(({ result, muted }) => result === 'failed' && !muted).length ?? 0;
