import { execFile } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { hasLivingMember } from './linux-process';
import { isProcessAlive } from './process-identity';

const pollIntervalMs = 10;

/**
 * Signals a child and all that it has started: the process group that every supervised child leads.
 * Windows has neither groups nor such signals: the process tree is ended. A group that is gone
 * already is no error. Only for a leader that lives, or whose exit nobody has asked for yet: until
 * then the system gives its id to no other process.
 */
export function signalGroup(leaderPid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (process.platform === 'win32') {
    const force = signal === 'SIGKILL' ? ['/F'] : [];
    execFile('taskkill', ['/PID', String(leaderPid), '/T', ...force], () => undefined);
    return;
  }
  try {
    process.kill(-leaderPid, signal);
  } catch {
    // ESRCH: nobody is left in it.
  }
}

/**
 * Kills what a leader has left behind. Its exit has been seen, so its id is free. As long as a
 * member of the group lives the system still gives that id to no new process, and a new group begins
 * with a process of its id: when such a process exists now, the old group is empty and the new one
 * is a stranger's, which is left alone. Otherwise the group is ours or there is none, unless all ids
 * were used up once round and a stranger's leader came, started others and went: to be called at
 * once, in the turn that sees the exit. Nothing on Windows, where only the leader names its tree.
 */
export function killRemainder(leaderPid: number): void {
  if (process.platform === 'win32' || isProcessAlive(leaderPid)) return;
  signalGroup(leaderPid, 'SIGKILL');
}

/** True while somebody of the group lives. Zombies hold neither ports nor files and do not count. */
export function isGroupAlive(leaderPid: number): boolean {
  if (process.platform === 'win32') return isProcessAlive(leaderPid);
  try {
    process.kill(-leaderPid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // Orphans of the group are reaped by the system's first process, which may take its time.
  return process.platform !== 'linux' || hasLivingMember(leaderPid);
}

/** Resolves true when the group is empty, false when it is not at the deadline. */
export async function groupEndsWithin(leaderPid: number, deadlineMs: number): Promise<boolean> {
  for (
    const endMs = Date.now() + deadlineMs;
    isGroupAlive(leaderPid);
    await delay(pollIntervalMs)
  ) {
    if (Date.now() >= endMs) return false;
  }
  return true;
}
