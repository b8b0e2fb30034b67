import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnnouncerStore } from './announcer-store';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Everything that was told politely, with its time since the start. */
function listen() {
  const store = createAnnouncerStore();
  const beginMs = Date.now();
  const heard: [number, string][] = [];
  store.subscribe(({ polite }, before) => {
    if (polite !== before.polite) heard.push([Date.now() - beginMs, polite]);
  });
  return { store, heard };
}

describe('the voice of the window', () => {
  it('tells the first thing at once, then the newest of three seconds', () => {
    const { store, heard } = listen();
    const { announce } = store.getState();
    announce('Starting');
    vi.advanceTimersByTime(500);
    for (const text of ['Running', 'Degraded', 'Running again']) announce(text);
    vi.advanceTimersByTime(10_000);
    expect(heard).toEqual([
      [0, 'Starting'],
      [3_000, 'Running again'],
    ]);
  });

  it('tells no two things within three seconds, however many there are', () => {
    const { store, heard } = listen();
    for (let number = 0; number < 100; number += 1) {
      store.getState().announce(`Row ${number}`);
      vi.advanceTimersByTime(2_900 / 29);
    }
    vi.advanceTimersByTime(3_000);
    const times = heard.map(([atMs]) => atMs);
    const gaps = times.slice(1).map((atMs, index) => atMs - times[index]!);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3_000);
    expect(heard.at(-1)?.[1]).toBe('Row 99');
    // It speaks while news keep coming, not only once they rest.
    expect(heard.length).toBeGreaterThan(3);
  });

  it('tells the same words once more', () => {
    const { store, heard } = listen();
    for (const _ of [1, 2, 3]) {
      store.getState().announce('Copied');
      vi.advanceTimersByTime(5_000);
    }
    expect(heard.map(([, text]) => text.trim())).toEqual(['Copied', 'Copied', 'Copied']);
  });

  it('tells a failure at once, beside what is polite', () => {
    const { store, heard } = listen();
    store.getState().announce('Stopping');
    vi.advanceTimersByTime(1);
    store.getState().announceNow('Failed');
    expect(store.getState().assertive).toBe('Failed');
    expect(heard).toEqual([[0, 'Stopping']]);
  });

  it('tells one failure of several panels once, and the same one anew later', () => {
    const { store } = listen();
    const urgent: string[] = [];
    store.subscribe(({ assertive }, before) => {
      if (assertive !== before.assertive) urgent.push(assertive.trim());
    });
    for (const _ of [1, 2, 3]) store.getState().announceNow('No answer');
    vi.advanceTimersByTime(5_000);
    store.getState().announceNow('No answer');
    expect(urgent).toEqual(['No answer', 'No answer']);
  });
});
