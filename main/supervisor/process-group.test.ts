import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { groupEndsWithin, isGroupAlive, killRemainder, signalGroup } from './process-group';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A group of which the leader alone is there, started and alive. */
async function startGroup(program: string): Promise<ChildProcess & { pid: number }> {
  const file = join(__dirname, 'fixtures', `${program}.mjs`);
  const child = spawn(process.execPath, [file], {
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  return child as ChildProcess & { pid: number };
}

describe('signalGroup', () => {
  it('reaches the group; the group ends, and one that is gone is no error', async () => {
    const { pid } = await startGroup('ignores-everything');
    expect(isGroupAlive(pid)).toBe(true);
    expect(await groupEndsWithin(pid, 0)).toBe(false);
    signalGroup(pid, 'SIGKILL');
    expect(await groupEndsWithin(pid, 10_000)).toBe(true);
    expect(isGroupAlive(pid)).toBe(false);
    signalGroup(pid, 'SIGTERM');
  });
});

describe('killRemainder', () => {
  it('spares the group of a living process that has the id now', async () => {
    const stranger = await startGroup('exits-143');
    killRemainder(stranger.pid);
    stranger.kill('SIGTERM');
    // A SIGKILL from before would have won.
    expect(await once(stranger, 'exit')).toEqual([143, null]);
  });

  it('ends those whose leader is gone', async () => {
    const leader = await startGroup('spawns-grandchild');
    // No ChildProcess of ours: nobody else ends the grandchild.
    leader.kill('SIGKILL');
    await once(leader, 'exit');
    expect(isGroupAlive(leader.pid)).toBe(true);
    killRemainder(leader.pid);
    expect(await groupEndsWithin(leader.pid, 10_000)).toBe(true);
  });
});
