import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { findListeningInodes } from './listening-inodes';

/** The program that listens on a port. */
export interface PortHolder {
  readonly pid: number;
  /** Name of the program without its folder, e.g. `java`. */
  readonly program: string;
}

const commandDeadlineMs = 10_000;

/**
 * Who listens on the port of this machine; null when nobody does, or when it cannot be told: the
 * process of another user, or one outside this container.
 */
export async function findPortHolder(port: number): Promise<PortHolder | null> {
  try {
    switch (process.platform) {
      case 'linux':
        return await findOnLinux(port);
      case 'win32':
        return await findOnWindows(port);
      default:
        return await findWithLsof(port);
    }
  } catch {
    return null;
  }
}

/** /proc/<pid>/fd names the inode of every socket that a process holds (proc(5)). */
async function findOnLinux(port: number): Promise<PortHolder | null> {
  for (const inode of await findListeningInodes(port)) {
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
      if (await holdsSocket(pid, inode))
        return { pid: Number(pid), program: await readProgram(pid) };
    }
  }
  return null;
}

async function holdsSocket(pid: string, inode: string): Promise<boolean> {
  const folder = `/proc/${pid}/fd`;
  for (const descriptor of await readdir(folder).catch(() => [])) {
    const target = await readlink(`${folder}/${descriptor}`).catch(() => '');
    if (target === `socket:[${inode}]`) return true;
  }
  return false;
}

/** The command line's first word: `comm` is cut at 15 characters and may name a thread. */
async function readProgram(pid: string): Promise<string> {
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  const [first = ''] = commandLine.split('\0');
  if (first.startsWith('/')) return basename(first);
  const comm = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  // Programs may write a title there, such as "nginx: master process …".
  return basename(first.split(/[\s:]/)[0] ?? '') || comm.trim() || 'a program';
}

/** lsof's output for programs: a line `p<pid>`, then a line `c<command>` (lsof(8), -F). */
export async function findWithLsof(port: number): Promise<PortHolder | null> {
  const args = ['-nP', '+c0', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'];
  const { stdout } = await promisify(execFile)('lsof', args, { timeout: commandDeadlineMs });
  const pid = /^p(\d+)$/m.exec(stdout)?.[1];
  const program = /^c(.+)$/m.exec(stdout)?.[1];
  return pid && program ? { pid: Number(pid), program: basename(program) } : null;
}

async function findOnWindows(port: number): Promise<PortHolder | null> {
  const script = [
    `$c = Get-NetTCPConnection -LocalPort ${port} -State Listen | Select-Object -First 1`,
    '"$($c.OwningProcess) $((Get-Process -Id $c.OwningProcess).ProcessName)"',
  ].join('; ');
  const args = ['-NoProfile', '-NonInteractive', '-Command', script];
  const { stdout } = await promisify(execFile)('powershell', args, { timeout: commandDeadlineMs });
  const found = /^(\d+) (.+)$/.exec(stdout.trim());
  return found ? { pid: Number(found[1]), program: found[2] ?? '' } : null;
}
