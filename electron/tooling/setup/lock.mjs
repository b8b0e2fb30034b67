import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { signalGroup } from './run-child.mjs';

const pollMs = 200;
const breakerAgeMs = 10_000;

/** When a process began, in a form that differs for a later process of the same number. */
function birthOf(pid) {
  try {
    // Field 22 of stat, counted after the program name, which may hold blanks.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return null;
  }
}

function isAlive({ pid, birth }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return birth === null || birthOf(pid) === birth;
}

/** Who holds the lock: null when nobody does, or the holder is no longer alive. */
export function lockHolder(lockFile) {
  try {
    const holder = JSON.parse(readFileSync(lockFile, 'utf8'));
    return isAlive(holder) ? holder : null;
  } catch {
    return null;
  }
}

/** Makes the lock file appear whole or not at all; false when there is one. */
function place(lockFile) {
  const own = `${lockFile}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) }));
  try {
    linkSync(own, lockFile);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Notes which child works for the holder of the lock, so that it does not outlive its holder. */
export function noteChild(lockFile, pid) {
  writeFileSync(`${lockFile}.child`, JSON.stringify({ pid, birth: birthOf(pid) }));
}

/** Ends the child of a holder that was killed: it would write where its successor writes. */
function endOrphan(lockFile) {
  const orphan = lockHolder(`${lockFile}.child`);
  if (orphan?.birth) signalGroup(orphan, 'SIGKILL');
  rmSync(`${lockFile}.child`, { force: true });
}

/** Removes the lock of a dead holder; only one process at a time may look and remove. */
function breakStale(lockFile) {
  const breaker = `${lockFile}.break`;
  try {
    writeFileSync(breaker, '', { flag: 'wx' });
  } catch {
    const age = Date.now() - (statSync(breaker, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > breakerAgeMs) rmSync(breaker, { force: true });
    return;
  }
  if (lockHolder(lockFile) === null) {
    endOrphan(lockFile);
    rmSync(lockFile, { force: true });
  }
  rmSync(breaker, { force: true });
}

/**
 * Waits until this process alone holds the lock; `onWait(holder)` is called once when another one
 * has it. Returns the release. Rejects when `signal` aborts while waiting.
 */
export async function takeLock(lockFile, { onWait, signal }) {
  mkdirSync(dirname(lockFile), { recursive: true });
  let hasWaited = false;
  while (!place(lockFile)) {
    const holder = lockHolder(lockFile);
    if (holder === null) {
      breakStale(lockFile);
    } else if (!hasWaited) {
      hasWaited = true;
      onWait(holder);
    }
    await delay(holder === null ? 10 : pollMs, undefined, { signal });
  }
  return () => {
    rmSync(`${lockFile}.child`, { force: true });
    rmSync(lockFile, { force: true });
  };
}
