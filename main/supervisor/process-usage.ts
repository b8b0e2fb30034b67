import { readFileSync } from 'node:fs';

export interface ProcessUsage {
  /** Processor time since its start, user and system. */
  readonly cpuMs: number;
  /** Resident size. */
  readonly memoryBytes: number;
}

/** USER_HZ, which is 100 on every Linux that Node runs on. */
const msPerTick = 10;

/** From /proc (proc(5), stat fields 14 and 15, VmRSS); null elsewhere and for one that is gone. */
export function readProcessUsage(pid: number): ProcessUsage | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    if (resident === undefined) return null;
    return {
      cpuMs: (Number(fields[11]) + Number(fields[12])) * msPerTick,
      memoryBytes: Number(resident) * 1024,
    };
  } catch {
    return null;
  }
}
