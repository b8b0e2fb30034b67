import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { endLeftovers, markedProcesses } from './leftovers.mjs';

const marker = `dd-leftover-test-${process.pid}`;
const options = { skip: process.platform === 'win32' && 'processes tell nothing there' };
const stayAlive = 'setInterval(() => {}, 1000)';
const start = (args, environment) =>
  spawn(process.execPath, ['-e', stayAlive, ...args], {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });

describe('a process that outlives its stage', options, () => {
  it('is found by its environment or its arguments, and ended', async () => {
    const children = [start([], { DELTADESK_TEST_RUN: marker }), start([`/tmp/${marker}/x`], {})];
    await Promise.all(children.map((child) => once(child, 'spawn')));
    const ended = children.map((child) => once(child, 'exit'));
    const alive = await endLeftovers(marker, []);
    assert.deepEqual(alive.map(({ pid }) => pid).sort(), children.map(({ pid }) => pid).sort());
    await Promise.all(ended);
  });

  it('is not looked for among those that were there before', async () => {
    const child = start([], { DELTADESK_TEST_RUN: marker });
    await once(child, 'spawn');
    assert.deepEqual(markedProcesses(marker, [child.pid]), []);
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
});
