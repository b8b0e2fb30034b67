import RequestQueue from 'kafkajs/src/network/requestQueue';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import './quiet-request-queue';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const silent = { debug: () => undefined, warn: () => undefined };
const openQueue = () =>
  new RequestQueue({ maxInFlightRequests: 1, logger: { namespace: () => silent, ...silent } });

it('a connection without a waiting request sets no timer', () => {
  openQueue().checkPendingRequests();
  expect(vi.getTimerCount()).toBe(0);
});

it('a request that waits is looked for', () => {
  const queue = openQueue();
  queue.pending.push({});
  queue.scheduleCheckPendingRequests();
  expect(vi.getTimerCount()).toBe(1);
});
