import { describe, expect, it } from 'vitest';
import { readProcessUsage } from './process-usage';

describe.runIf(process.platform === 'linux')('the usage of a process', () => {
  it('agrees with what Node tells of this one', () => {
    const before = readProcessUsage(process.pid)!;
    const untilMs = performance.now() + 300;
    while (performance.now() < untilMs) Math.sqrt(untilMs);
    const used = readProcessUsage(process.pid)!;
    expect(used.cpuMs - before.cpuMs).toBeGreaterThanOrEqual(50);
    expect(used.memoryBytes / process.memoryUsage().rss).toBeCloseTo(1, 0);
  });

  it('is not known of a process that is gone', () => {
    expect(readProcessUsage(2 ** 22 + 1)).toBeNull();
  });
});
