import { describe, expect, it } from 'vitest';
import { SendSchedule } from './send-schedule';

describe('SendSchedule', () => {
  it('has nothing due at the start and one event per interval', () => {
    const schedule = new SendSchedule(2, 1_000);
    expect(schedule.take(1_000, 500)).toEqual([]);
    expect(schedule.take(1_499, 500)).toEqual([]);
    expect(schedule.take(2_000, 500)).toEqual([1_500_000, 2_000_000]);
    expect(schedule.nextDueMs()).toBe(2_500);
  });

  it('gives the same times however often it is asked', () => {
    const often = new SendSchedule(333, 0);
    const seldom = new SendSchedule(333, 0);
    const times: number[] = [];
    for (let nowMs = 0; nowMs <= 1_000; nowMs += 7) times.push(...often.take(nowMs, 500));
    expect(seldom.take(994, 500)).toEqual(times);
  });

  it('leaves what exceeds the batch for the next call', () => {
    const schedule = new SendSchedule(1_000, 0);
    expect(schedule.take(1_000, 600)).toHaveLength(600);
    expect(schedule.take(1_000, 600)).toHaveLength(400);
  });

  it('gives times again that were given back', () => {
    const schedule = new SendSchedule(10, 0);
    expect(schedule.take(500, 500)).toHaveLength(5);
    schedule.giveBack(2);
    expect(schedule.take(500, 500)).toEqual([400_000, 500_000]);
  });

  it('starts a new stretch at a new rate without repeating or skipping', () => {
    const schedule = new SendSchedule(1, 0);
    expect(schedule.take(2_500, 10)).toHaveLength(2);
    schedule.setRate(100, 2_500);
    expect(schedule.take(2_600, 100)).toHaveLength(10);
  });

  it('goes on when the clock was set back, however slow the rate', () => {
    const schedule = new SendSchedule(0.5, 10_000_000);
    expect(schedule.take(10_002_000, 10)).toHaveLength(1);
    expect(schedule.take(2_000, 10)).toEqual([]);
    expect(schedule.nextDueMs()).toBe(4_000);
    expect(schedule.take(4_000, 10)).toEqual([4_000_000]);
  });

  it('waits out a clock that was set back a little, with no event twice', () => {
    const schedule = new SendSchedule(10, 0);
    expect(schedule.take(1_000, 100)).toHaveLength(10);
    expect(schedule.take(500, 100)).toEqual([]);
    expect(schedule.take(1_100, 100)).toEqual([1_100_000]);
  });

  it('makes up for at most the backlog after a stall', () => {
    const schedule = new SendSchedule(10, 0, 5_000);
    expect(schedule.take(3_600_000, 100_000)).toHaveLength(50);
  });
});
