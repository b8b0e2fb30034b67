import { expect, it } from 'vitest';
import { createDrawnLatencyStore, drawnQuantiles } from './drawn-latency-store';

it('keeps a minute of delays, and leaves out versions that were there before', () => {
  const store = createDrawnLatencyStore();
  store.getState().note(0, 90_000);
  for (let delayMs = 1; delayMs <= 100; delayMs += 1)
    store.getState().note(100_000, 100_000 + delayMs);
  const { drawn } = store.getState();
  expect(drawnQuantiles(drawn, 100_100)).toEqual({ p50: 50, p95: 95, p99: 99 });
  expect(drawnQuantiles(drawn, 170_000)).toBeNull();
  store.getState().note(170_000, 170_250);
  expect(store.getState().drawn).toHaveLength(1);
});

it('a clock that was set back makes no delay negative', () => {
  const store = createDrawnLatencyStore();
  store.getState().note(1_000, 900);
  expect(drawnQuantiles(store.getState().drawn, 900)).toEqual({ p50: 0, p95: 0, p99: 0 });
});
