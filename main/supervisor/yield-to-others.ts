import { readdirSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/** A third of what others get of a busy core; Windows knows classes of priority alone. */
const belowNormal = process.platform === 'win32' ? constants.priority.PRIORITY_BELOW_NORMAL : 5;

/**
 * Lets every other process go first from now on where the cores are busy. Linux keeps a priority for
 * each thread, which its later threads take over, and may weigh sessions against each other before
 * it looks at their processes (`man 7 sched`, autogroups): the child leads a session of its own.
 * Where the system refuses, the child runs as any other.
 */
export function yieldToOthers(pid: number): void {
  if (process.platform !== 'linux') return attempt(() => setPriority(pid, belowNormal));
  attempt(() => {
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      attempt(() => setPriority(Number(thread), belowNormal));
    }
  });
  attempt(() => writeFileSync(`/proc/${pid}/autogroup`, `${belowNormal}`));
}

/** The process or one of its threads may have ended, and not every system has all of it. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // It runs as any other.
  }
}
