import { describe, expect, it } from 'vitest';
import { planRestart, usualRestartPolicy } from './restart-delay';

const nowMs = 1_000_000;
const ago = (...seconds: number[]) => seconds.map((count) => nowMs - count * 1_000);

describe('planRestart', () => {
  it('waits 1 s first, then twice as long each time, and never more than 30 s', () => {
    const restarts = ago(900, 800, 700, 600, 500, 400, 300);
    const delays = restarts.map((_, count) => planRestart(restarts.slice(0, count), nowMs).delayMs);
    expect(delays).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('counts the first start as attempt 1', () => {
    expect(planRestart([], nowMs).attempt).toBe(2);
    expect(planRestart(ago(20, 10), nowMs).attempt).toBe(4);
  });

  it('gives up after five restarts within two minutes, and says how often it was lost', () => {
    expect(planRestart(ago(50, 40, 30, 20), nowMs).isLast).toBe(false);
    const plan = planRestart(ago(119, 90, 60, 30, 10), nowMs);
    expect(plan).toMatchObject({ isLast: true, recentLosses: 6 });
  });

  it('forgives a restart that is two minutes old', () => {
    const plan = planRestart(ago(120, 90, 60, 30, 10), nowMs);
    expect(plan).toMatchObject({ isLast: false, recentLosses: 5 });
  });

  it('heeds another policy', () => {
    const policy = { ...usualRestartPolicy, firstDelayMs: 5, longestDelayMs: 15, mostRestarts: 2 };
    expect(planRestart(ago(1), nowMs, policy)).toMatchObject({ delayMs: 10, isLast: false });
    expect(planRestart(ago(2, 1), nowMs, policy)).toMatchObject({ delayMs: 15, isLast: true });
  });
});
