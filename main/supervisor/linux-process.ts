import { readdirSync, readFileSync } from 'node:fs';

/** What /proc/<pid>/stat says of a process (proc(5), fields 3, 5 and 22). */
export interface LinuxProcess {
  /** `Z` = a zombie: it has ended, and only waits until its parent asks for its exit code. */
  readonly state: string;
  readonly processGroup: number;
  /** Time of its start, in ticks since boot. */
  readonly startTicks: string;
}

/** Null when there is no such process. */
export function readLinuxProcess(pid: number | string): LinuxProcess | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in the second field may hold blanks and brackets.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [state = '', , processGroup] = fields;
    return { state, processGroup: Number(processGroup), startTicks: fields[19] ?? '' };
  } catch {
    return null;
  }
}

/** True when the group has a member that is no zombie. */
export function hasLivingMember(processGroup: number): boolean {
  return readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false;
    const member = readLinuxProcess(name);
    return member?.processGroup === processGroup && member.state !== 'Z';
  });
}
