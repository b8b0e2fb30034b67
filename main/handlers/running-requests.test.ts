import { describe, expect, it } from 'vitest';
import type { RequestProgress } from '../contract/running-request';
import { RunningRequests, type RequestControl } from './running-requests';

/** Work that ends when its signal is aborted, and says so. */
const untilAborted = ({ signal }: RequestControl) =>
  new Promise<string>((resolve) => {
    if (signal.aborted) resolve('ended');
    signal.addEventListener('abort', () => resolve('ended'), { once: true });
  });

describe('running requests', () => {
  it('end by their id, once', async () => {
    const running = new RunningRequests(() => undefined);
    const one = running.run('one', undefined, untilAborted);
    expect(running.cancel('two')).toBe(false);
    expect(running.cancel('one')).toBe(true);
    expect(await one).toBe('ended');
    expect(running.cancel('one')).toBe(false);
  });

  it('end with the connection of their caller, also one that has ended already', async () => {
    const running = new RunningRequests(() => undefined);
    const closed = new AbortController();
    const one = running.run(undefined, closed.signal, untilAborted);
    closed.abort();
    expect(await one).toBe('ended');
    expect(await running.run('two', closed.signal, untilAborted)).toBe('ended');
  });

  it('do not share an id while they run', async () => {
    const running = new RunningRequests(() => undefined);
    const one = running.run('one', undefined, untilAborted);
    await expect(running.run('one', undefined, untilAborted)).rejects.toMatchObject({
      failure: { code: 'REQUEST_INVALID' },
    });
    running.cancel('one');
    await one;
    expect(await running.run('one', undefined, async () => 'again')).toBe('again');
  });

  it('tell their progress under their id, not more often than a few times a second', async () => {
    const told: RequestProgress[] = [];
    const running = new RunningRequests((progress) => told.push(progress));
    await running.run('one', undefined, async ({ onProgress }) => {
      for (let percent = 10; percent <= 120; percent += 10) onProgress(percent);
    });
    await running.run(undefined, undefined, async ({ onProgress }) => onProgress(50));
    await running.run('two', undefined, async ({ onProgress }) => onProgress(101));
    expect(told).toEqual([
      { requestId: 'one', percent: 10 },
      { requestId: 'two', percent: 100 },
    ]);
  });
});
