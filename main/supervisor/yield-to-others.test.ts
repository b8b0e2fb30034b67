import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { getPriority } from 'node:os';
import { expect, it } from 'vitest';
import { yieldToOthers } from './yield-to-others';

it.runIf(process.platform === 'linux')('holds for every thread of the process', async () => {
  const child = spawn(process.execPath, ['-e', 'console.log(1); process.stdin.resume()']);
  const ended = once(child, 'exit');
  try {
    await once(child.stdout, 'data');
    const threads = readdirSync(`/proc/${child.pid}/task`).map(Number);
    expect(threads.length).toBeGreaterThan(1);
    yieldToOthers(child.pid!);
    expect(threads.map((thread) => getPriority(thread))).toEqual(threads.map(() => 5));
  } finally {
    child.stdin.end();
    await ended;
  }
});

it('leaves a process alone that has ended', async () => {
  const child = spawn(process.execPath, ['-e', '0']);
  await once(child, 'exit');
  expect(() => yieldToOthers(child.pid!)).not.toThrow();
});
