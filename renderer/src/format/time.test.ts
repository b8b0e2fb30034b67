import { describe, expect, it } from 'vitest';
import { formatAge, formatClock, formatDuration, formatElapsed, formatExactMoment } from './time';

describe('time', () => {
  it('names a span by its largest useful units', () => {
    const spans = [-5, 8_400, 12 * 60_000, 185 * 60_000, 52 * 3_600_000];
    expect(spans.map(formatElapsed)).toEqual(['0 s', '8 s', '12 min', '3 h 5 min', '2 d 4 h']);
  });

  it('gives no negative age when the clocks differ', () => {
    expect(formatAge(2_000, 1_000)).toBe('just now');
    expect(formatAge(0, 3_000)).toBe('3 s ago');
    expect(formatAge(null, 3_000)).toBe('—');
  });

  it('puts the day before the time of another day', () => {
    const noon = new Date(2026, 10, 21, 12, 0).getTime();
    expect(formatClock(noon, noon + 60_000)).toBe('12:00');
    expect(formatClock(noon, noon + 30 * 3_600_000)).toBe('21 Nov, 12:00');
  });

  it('keeps three digits of a measured duration', () => {
    expect([742.4, 1184, 12_400, null].map(formatDuration)).toEqual([
      '742 ms',
      '1.18 s',
      '12.4 s',
      '—',
    ]);
  });

  it('keeps the fraction of a stored second, and none where there is none', () => {
    const stored = ['.123456Z', '.500Z', '.000Z', 'Z'].map((end) => `2026-11-21T10:35:22${end}`);
    const ends = stored.map((text) => formatExactMoment(text).split(':').at(-1));
    expect(ends).toEqual(['22.123456', '22.5', '22', '22']);
  });
});
