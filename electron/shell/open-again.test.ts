import { describe, expect, it } from 'vitest';
import { openAgain } from './open-again';

const next = { dataFolder: '/b', startPipeline: false };
const argv = ['electron', '.', '--data-folder', '/a'];

function reopen(starter: { connected: boolean; send?: (message: unknown) => boolean }) {
  const launches: (readonly string[] | undefined)[] = [];
  const relaunch = (options?: { args?: readonly string[] }) => void launches.push(options?.args);
  return { launches, exitCode: openAgain({ relaunch }, { argv, ...starter }, next) };
}

describe('a restart of the desktop', () => {
  it('is left to the command line that started it and waits', () => {
    const told: unknown[] = [];
    const send = (message: unknown) => told.push(message) > 0;
    expect(reopen({ connected: true, send })).toEqual({ launches: [], exitCode: 75 });
    expect(told).toEqual([next]);
  });

  it('is its own where nobody waits, or nobody any more', () => {
    const launches = [['.', '--data-folder', '/b', '--idle']];
    expect(reopen({ connected: false })).toEqual({ launches, exitCode: 0 });
    expect(reopen({ connected: false, send: () => false })).toEqual({ launches, exitCode: 0 });
  });
});
