import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** True when a process of that id is alive (also one of another user). */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // A zombie has ended; only its parent has not asked for its exit code yet.
  return process.platform !== 'linux' || linuxStat(pid)?.state !== 'Z';
}

/** Fields 3 and 22 of /proc/<pid>/stat (proc(5)); the name before them may hold spaces. */
function linuxStat(pid: number): { state: string; startTicks: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startTicks: fields[19] ?? '' };
  } catch {
    return null;
  }
}

/**
 * When the process began, as text that only ever equals itself: a pid that was given to another
 * process has another one. Null when there is no such process or it cannot be told.
 */
export function processStart(pid: number): string | null {
  if (process.platform === 'linux') {
    const stat = linuxStat(pid);
    if (!stat) return null;
    // Ticks count from boot: without the boot id they could repeat after a restart.
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${stat.startTicks}`;
  }
  const [command, ...args] =
    process.platform === 'win32'
      ? ['powershell', '-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`]
      : ['ps', '-o', 'lstart=', '-p', String(pid)];
  try {
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] } as const;
    return execFileSync(command as string, args, options).trim() || null;
  } catch {
    return null;
  }
}
