import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { lockHolder, noteChild, takeLock } from './lock.mjs';

let folder, lock;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dd-lock-'));
  lock = join(folder, 'setup.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

const take = (options = {}) => takeLock(lock, { onWait: () => {}, ...options });

describe('the lock', () => {
  it('is held until it is released, and leaves no file', async () => {
    const release = await take();
    assert.equal(lockHolder(lock).pid, process.pid);
    release();
    assert.deepEqual(readdirSync(folder), []);
  });

  it('makes a second taker wait, told once who has it', async () => {
    const waits = [];
    const release = await take();
    const second = take({
      onWait: ({ pid }) => {
        waits.push(pid);
        release();
      },
    });
    (await second)();
    assert.deepEqual(waits, [process.pid]);
  });

  it('stops waiting when asked to', async () => {
    const release = await take();
    const controller = new AbortController();
    const second = take({ signal: controller.signal, onWait: () => controller.abort() });
    await assert.rejects(second, { name: 'AbortError' });
    release();
  });

  it('is taken over from a dead holder, whose orphaned child is ended first', async () => {
    const orphan = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      detached: true,
      stdio: 'ignore',
    });
    await once(orphan, 'spawn');
    noteChild(lock, orphan.pid);
    const dead = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
    await once(dead, 'exit');
    writeFileSync(lock, JSON.stringify({ pid: dead.pid, birth: null }));
    const ended = once(orphan, 'exit');
    const release = await take();
    if (process.platform === 'linux') assert.equal((await ended)[1], 'SIGKILL');
    else orphan.kill('SIGKILL');
    release();
  });

  it('is not mistaken for held when its process number belongs to a later process', async () => {
    writeFileSync(lock, JSON.stringify({ pid: process.pid, birth: 'another time' }));
    assert.equal(lockHolder(lock), null);
    (await take())();
  });
});
