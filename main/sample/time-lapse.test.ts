import { describe, expect, it } from 'vitest';
import type { EventSource } from '../generate/event-generator';
import { playTimeLapse } from './time-lapse';

const hourMs = 3_600_000;
const fromMs = Date.UTC(2026, 0, 10);
const toMs = fromMs + 24 * hourMs;
const never = new AbortController().signal;

/** Records whose value is the event time that they were given. */
const echo: EventSource = {
  take: async (firstSequence, timesMicros) =>
    timesMicros.map((micros, index) => ({
      sequence: firstSequence + index,
      eventId: `${firstSequence + index}`,
      timestampMs: micros / 1_000,
      key: '',
      value: String(micros / 1_000),
      logLine: '',
    })),
};

async function play(records: number, asked = records) {
  const source = playTimeLapse(echo, { fromMs, toMs, records });
  const half = Math.ceil(asked / 2);
  const due = (count: number) => Array.from({ length: count }, (_, index) => index * 1_000_000);
  return [
    ...(await source.take(1, due(half), never)),
    ...(await source.take(half + 1, due(asked - half), never)),
  ];
}

describe('time lapse', () => {
  it('spreads the events over the whole time, in order', async () => {
    const times = (await play(1_000)).map(({ value }) => Number(value));
    expect(times[0]).toBe(fromMs);
    expect(times.at(-1)).toBeGreaterThan(toMs - hourMs);
    expect(times.at(-1)).toBeLessThan(toMs);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
  });

  it('has more events by day than by night', async () => {
    const hours = (await play(1_000)).map(({ value }) => new Date(Number(value)).getUTCHours());
    const between = (from: number, to: number) =>
      hours.filter((hour) => hour >= from && hour < to).length;
    expect(between(12, 16)).toBeGreaterThan(4 * between(0, 4));
    expect(between(0, 4)).toBeGreaterThan(0);
  });

  it('says when a record is sent, so that its latency is the real one', async () => {
    const beganMs = Date.now();
    const [first] = await play(4);
    expect(first?.timestampMs).toBeGreaterThanOrEqual(beganMs);
  });

  it('gives records beyond the planned ones the last moment', async () => {
    const times = (await play(10, 12)).map(({ value }) => Number(value));
    expect(times[10]).toBe(times[9]);
    expect(times[11]).toBe(times[9]);
  });
});
