import { beforeEach, describe, expect, it } from 'vitest';
import { SentLines } from './sent-lines';

const sales = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => `Sale #${first + index}`);

describe('the lines of what was sent', () => {
  let written: string[];
  let lines: SentLines;
  beforeEach(() => {
    written = [];
    lines = new SentLines((line) => written.push(line));
  });

  it('are one a record at a rate that can be read', () => {
    for (let second = 0; second < 20; second++) lines.note(second * 1_000, sales(second, second));
    lines.flush();
    expect(written).toEqual(sales(0, 19));
  });

  it('are few at 2,000 records a second, and account for every record', () => {
    for (let send = 0; send < 200; send++) {
      lines.note(send * 50, sales(send * 100 + 1, send * 100 + 100));
    }
    lines.flush();
    expect(written).toHaveLength(60);
    expect(written.slice(0, 7)).toEqual([...sales(1, 5), '1995 more records sent', 'Sale #2001']);
    const counted = written.map((line) => Number(/^(\d+) more/.exec(line)?.[1] ?? 1));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(20_000);
  });

  it('go on when the clock was set back', () => {
    lines.note(10_000_000, sales(1, 5));
    lines.note(1_000, sales(6, 6));
    expect(written).toEqual(sales(1, 6));
  });
});
