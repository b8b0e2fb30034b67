import { execFile } from 'node:child_process';

/**
 * Signals a child and all that it has started: its process group, which every supervised child
 * leads; on Windows, which has neither groups nor signals, the process tree is ended.
 */
export function signalGroup(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (process.platform === 'win32') {
    const force = signal === 'SIGKILL' ? ['/F'] : [];
    execFile('taskkill', ['/PID', String(pid), '/T', ...force], () => undefined);
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone already.
  }
}
