import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { LatencyQuantiles } from '../../../main/contract/latency-budget';

interface Drawn {
  readonly atMs: number;
  readonly delayMs: number;
}

/** The last hop: from the commit of a version to the moment this window had drawn its figures. */
export interface DrawnLatencyState {
  readonly drawn: readonly Drawn[];
  /** Both times epoch milliseconds of this computer. */
  note(committedAtMs: number, drawnAtMs: number): void;
}
export type DrawnLatencyStore = StoreApi<DrawnLatencyState>;

/** Delays are kept for so long; a longer one is no delay but a version that was there before. */
const spanMs = 60_000;

/** What the window has drawn in the last minute. */
export const createDrawnLatencyStore = (): DrawnLatencyStore =>
  createStore<DrawnLatencyState>()((set) => ({
    drawn: [],
    note(committedAtMs, drawnAtMs) {
      const delayMs = Math.max(0, drawnAtMs - committedAtMs);
      if (delayMs > spanMs) return;
      set(({ drawn }) => ({
        drawn: [
          ...drawn.filter(({ atMs }) => drawnAtMs - atMs < spanMs),
          { atMs: drawnAtMs, delayMs },
        ],
      }));
    },
  }));

/** Quantiles over the last minute before `nowMs`; null when nothing was drawn in it. */
export function drawnQuantiles(drawn: readonly Drawn[], nowMs: number): LatencyQuantiles | null {
  const delays = drawn
    .filter(({ atMs }) => nowMs - atMs < spanMs)
    .map(({ delayMs }) => delayMs)
    .sort((a, b) => a - b);
  if (delays.length === 0) return null;
  const at = (share: number) => delays[Math.ceil(share * delays.length) - 1]!;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
