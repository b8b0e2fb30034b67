import { describe, expect, it } from 'vitest';
import type { EventSource } from '../generate/event-generator';
import { Bursts } from './bursts';

const endless: EventSource = {
  take: async (firstSequence, timesMicros) =>
    timesMicros.map((_, index) => ({
      sequence: firstSequence + index,
      eventId: '',
      timestampMs: 0,
      key: '',
      value: '',
      logLine: '',
    })),
};
const due = [1, 2, 3, 4];

describe('bursts', () => {
  it('lets no more records go than were released', async () => {
    const bursts = new Bursts(endless);
    const { signal } = new AbortController();
    bursts.release(6);
    expect(await bursts.take(1, due, signal)).toHaveLength(4);
    expect(bursts.isSpent).toBe(false);
    expect(await bursts.take(5, due, signal)).toHaveLength(2);
    expect(bursts.isSpent).toBe(true);
  });

  it('waits for the next release', async () => {
    const bursts = new Bursts(endless);
    const taken = bursts.take(1, due, new AbortController().signal);
    bursts.release(3);
    expect(await taken).toHaveLength(3);
  });

  it('lets go of the producer when it is stopped', async () => {
    const stop = new AbortController();
    const taken = new Bursts(endless).take(1, due, stop.signal);
    stop.abort();
    expect(await taken).toEqual([]);
  });
});
