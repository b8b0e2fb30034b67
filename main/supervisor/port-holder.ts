import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

export interface PortHolder {
  readonly pid: number;
  readonly program: string;
}

/** State of a listening socket in /proc/net/tcp (include/net/tcp_states.h). */
const listening = '0A';

/** Inodes of the sockets that listen on the port (proc(5), /proc/net/tcp). */
async function listeningInodes(port: number): Promise<Set<string>> {
  const inodes = new Set<string>();
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  for (const file of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const text = await readFile(file, 'utf8').catch(() => '');
    for (const line of text.split('\n').slice(1)) {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
      if (state === listening && local?.endsWith(`:${hexPort}`) && inode) inodes.add(inode);
    }
  }
  return inodes;
}

async function findOnLinux(port: number): Promise<PortHolder | null> {
  const inodes = await listeningInodes(port);
  if (inodes.size === 0) return null;
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    // Processes of other users do not show their files: such a holder stays unnamed.
    for (const descriptor of await readdir(`/proc/${entry}/fd`).catch(() => [])) {
      const target = await readlink(`/proc/${entry}/fd/${descriptor}`).catch(() => '');
      const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
      if (!inode || !inodes.has(inode)) continue;
      const program = await readFile(`/proc/${entry}/comm`, 'utf8').catch(() => 'a program');
      return { pid: Number(entry), program: program.trim() };
    }
  }
  return null;
}

async function findByCommand(command: string, args: string[]): Promise<PortHolder | null> {
  const { stdout } = await promisify(execFile)(command, args, { timeout: 5_000 });
  const [pid, program] = stdout.trim().split(/\s+/);
  return pid && program ? { pid: Number(pid), program } : null;
}

/** The program that listens on the port; null when none does or it cannot be told. */
export async function findPortHolder(port: number): Promise<PortHolder | null> {
  try {
    switch (process.platform) {
      case 'linux':
        return await findOnLinux(port);
      case 'win32': {
        const script = `$c = Get-NetTCPConnection -LocalPort ${port} -State Listen | Select-Object -First 1; "$($c.OwningProcess) $((Get-Process -Id $c.OwningProcess).ProcessName)"`;
        return await findByCommand('powershell', ['-NoProfile', '-Command', script]);
      }
      default: {
        const script = `lsof -nP -iTCP:${port} -sTCP:LISTEN | awk 'NR==2 {print $2, $1}'`;
        return await findByCommand('/bin/sh', ['-c', script]);
      }
    }
  } catch {
    return null;
  }
}
