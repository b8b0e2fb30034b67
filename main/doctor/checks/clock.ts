import { say } from '../../contract/doctor-sentences';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { broken, passed, type Check } from '../check';

const watchedMs = 30;
const jumpMs = 1_000;
const aheadMs = 5 * 60_000;
const remedy = say('doSetClock');

/** `newestMs`: time of the newest commit, null when there is none. All epoch milliseconds. */
export function judgeClock(nowMs: number, driftMs: number, newestMs: number | null) {
  if (Math.abs(driftMs) > jumpMs) {
    return broken(say('clockJumped', { milliseconds: Math.round(driftMs) }), remedy);
  }
  const now = new Date(nowMs).toISOString();
  if (newestMs === null) return passed(say('clockNoRecord', { now }));
  const ahead = newestMs - nowMs;
  const minutes = Math.round(Math.abs(ahead) / 60_000);
  if (ahead > aheadMs) {
    return broken(say('clockSetBack', { now, minutes }), remedy);
  }
  return passed(say('clockRight', { now, minutes }));
}

/** Against a clock that only counts, and against what the tables hold. */
export const clock: Check = {
  id: 'clock',
  question: 'Does the clock go right?',
  ask: async ({ lake }) => {
    const [beginMs, counted] = [Date.now(), performance.now()];
    await delay(watchedMs);
    const driftMs = Date.now() - beginMs - (performance.now() - counted);
    const names = await lake.listTables();
    const snapshots = await Promise.allSettled(names.map((name) => lake.snapshot(name)));
    const times = snapshots.flatMap((one) =>
      one.status === 'fulfilled' ? [one.value.committedAtMs] : [],
    );
    return judgeClock(Date.now(), driftMs, times.length === 0 ? null : Math.max(...times));
  },
};
