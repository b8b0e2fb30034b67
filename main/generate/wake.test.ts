import { getEventListeners } from 'node:events';
import { expect, it } from 'vitest';
import { Wake } from './wake';

it('ends a wait when it is woken or stopped, and leaves nothing behind on the signal', async () => {
  const wake = new Wake();
  const stop = new AbortController();
  for (let waits = 0; waits < 20; waits++) {
    const waiting = wake.wait(stop.signal);
    wake.up();
    await waiting;
  }
  expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
  wake.up();
  const stopped = wake.wait(stop.signal);
  stop.abort();
  await stopped;
  expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
});
