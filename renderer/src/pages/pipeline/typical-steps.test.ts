import { expect, it } from 'vitest';
import type { Run, RunStep } from '../../../../main/contract/runs';
import { typicalMs } from './typical-steps';

const step = (tookMs: number | null, more: Partial<RunStep> = {}): RunStep => ({
  ...{ number: 3, operation: 'start', step: 'broker', status: 'done', startedAtMs: 100 },
  ...{ endedAtMs: tookMs === null ? null : 100 + tookMs, outputs: null, logExcerpt: null },
  ...more,
});
const run = (runId: string, steps: RunStep[], pack = 'sales'): Run => ({
  ...{ runId, pack, status: 'stopped', startedAtMs: 0, runningAtMs: null, endedAtMs: null },
  ...{ failure: null, steps },
});

it('is the median of the same step in other runs of the pack, as far as it was done', () => {
  const now = run('now', [step(9_000)]);
  const others = [
    run('a', [step(1_000), step(50, { step: 'port' })]),
    run('b', [step(4_000), step(70, { operation: 'stop' })]),
    run('c', [step(2_000)]),
    run('d', [step(60_000, { status: 'failed' }), step(null, { status: 'running' })]),
    run('e', [step(90_000)], 'orders'),
  ];
  expect(typicalMs([now, ...others], now, now.steps[0]!)).toBe(2_000);
  expect(typicalMs([now, ...others.slice(0, 2)], now, now.steps[0]!)).toBe(2_500);
  expect(typicalMs([now], now, now.steps[0]!)).toBeNull();
});
