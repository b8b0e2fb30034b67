import { readdirSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

const graceMs = 3000;
const pollMs = 100;

function procText(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

function fromProc(marker) {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    const commandLine = procText(pid, 'cmdline');
    // An empty command line is a kernel thread, or a dead process nobody has asked about yet.
    if (commandLine === '') return [];
    if (!`${procText(pid, 'environ')}\0${commandLine}`.includes(marker)) return [];
    return [{ pid: Number(pid), command: commandLine.replaceAll('\0', ' ').trim() }];
  });
}

function fromProcessList(marker) {
  const listed = spawnSync('ps', ['-axEww', '-o', 'pid=,command='], { encoding: 'utf8' });
  return (listed.stdout ?? '').split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(.*)$/.exec(line);
    if (match === null || !line.includes(marker)) return [];
    return [{ pid: Number(match[1]), command: match[2].slice(0, 200) }];
  });
}

/**
 * Living processes that carry this run's marker in their environment or command line, but for this
 * one and the `spared`. Windows tells neither: there the list is empty.
 */
export function markedProcesses(marker, spared = []) {
  if (process.platform === 'win32') return [];
  const found = process.platform === 'linux' ? fromProc(marker) : fromProcessList(marker);
  return found.filter(({ pid }) => pid !== process.pid && !spared.includes(pid));
}

/** What is still alive 3 s after a stage; it is then ended, so that no later stage suffers. */
export async function endLeftovers(marker, spared) {
  const deadlineMs = Date.now() + graceMs;
  let alive = markedProcesses(marker, spared);
  while (alive.length > 0 && Date.now() < deadlineMs) {
    await delay(pollMs);
    alive = markedProcesses(marker, spared);
  }
  for (const { pid } of alive) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended meanwhile; it was a leftover all the same.
    }
  }
  return alive;
}
