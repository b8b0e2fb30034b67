import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

export interface ClockState {
  /** Epoch milliseconds, renewed once a second: ages and elapsed times are drawn from it. */
  readonly nowMs: number;
}
export type ClockStore = StoreApi<ClockState>;

/** One ticking clock for the whole page, so that all ages change together. */
export function createClockStore(): ClockStore {
  return createStore<ClockState>()(() => ({ nowMs: Date.now() }));
}

/** Starts the ticking; returns the function that ends it. */
export function startClock(clock: ClockStore): () => void {
  const timer = setInterval(() => clock.setState({ nowMs: Date.now() }), 1000);
  return () => clearInterval(timer);
}
