import { describe, expect, it } from 'vitest';
import { logLinesForPeople } from './log-lines-for-people';

describe('logLinesForPeople', () => {
  it('keeps what was said and drops stack frames and lines between programs', () => {
    const lines = [
      'WARN starting at port 9092',
      'java.lang.IllegalStateException: the disk is full',
      '\tat java.base/java.util.Objects.requireNonNull(Objects.java:233)',
      '    at deltadesk.Main.main(Main.java:3)',
      '\t... 42 more',
      'Caused by: java.io.IOException: no space',
      '@progress {"kind":"failed"}',
    ];
    expect(logLinesForPeople(lines)).toEqual([lines[0], lines[1], lines[5]]);
  });
});
