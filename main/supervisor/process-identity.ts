import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { readLinuxProcess } from './linux-process';

const commandDeadlineMs = 10_000;

/** True when a process of that id is alive, also one of another user. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return process.platform !== 'linux' || readLinuxProcess(pid)?.state !== 'Z';
}

/**
 * When the process began, as text that only ever equals itself: a pid that was given to another
 * process has another one. Null when there is no such process, or it cannot be told.
 */
export async function readProcessStart(pid: number): Promise<string | null> {
  switch (process.platform) {
    case 'linux': {
      const stat = readLinuxProcess(pid);
      if (!stat || stat.state === 'Z') return null;
      // Ticks count from boot: without the boot's id they could repeat after a restart.
      const bootId = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
      return `${bootId.trim()}/${stat.startTicks}`;
    }
    case 'win32':
      return askPowershell(`(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`);
    default:
      return askCommand('ps', ['-o', 'lstart=', '-p', String(pid)]);
  }
}

/** The command line of a process, its parts joined by blanks; null when it cannot be told. */
export async function readCommandLine(pid: number): Promise<string | null> {
  switch (process.platform) {
    case 'linux': {
      const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return text.split('\0').join(' ').trim() || null;
    }
    case 'win32':
      return askPowershell(
        `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`,
      );
    default:
      return askCommand('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
  }
}

function askPowershell(script: string): Promise<string | null> {
  return askCommand('powershell', ['-NoProfile', '-NonInteractive', '-Command', script]);
}

/** What a command prints, without blanks around; null when it fails or prints nothing. */
async function askCommand(command: string, args: string[]): Promise<string | null> {
  // One language for all: the names of months must not depend on who asks.
  const options = { timeout: commandDeadlineMs, env: { ...process.env, LC_ALL: 'C' } };
  try {
    const { stdout } = await promisify(execFile)(command, args, options);
    return stdout.trim() || null;
  } catch {
    return null;
  }
}
