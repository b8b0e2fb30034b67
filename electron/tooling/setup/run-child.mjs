import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

const killDeadlineMs = 3000;
const colours = /\u001b\[[0-9;]*m/g;

/** One word for the command shell of Windows, which needs it to start `.cmd` files. */
export const quoted = (word) => (/[\s&^()]/.test(word) ? `"${word}"` : word);

/** Sends a signal to a child and to all that it started; a group that is gone is no error. */
export function signalGroup(child, signalName) {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    return;
  }
  try {
    process.kill(-child.pid, signalName);
  } catch {
    // The group ended between the look and the signal.
  }
}

/** Asks the child's group to end when `signal` aborts, and makes it end 3 s later. */
export function endWithSignal(child, signal) {
  let timer;
  const end = () => {
    signalGroup(child, 'SIGTERM');
    timer = setTimeout(() => signalGroup(child, 'SIGKILL'), killDeadlineMs);
  };
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  child.once('close', () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  });
}

/**
 * Runs a program to its end in a process group of its own, without a terminal. Every line goes to
 * `logFile` and to `onLine`. Resolves with the exit code (null: ended by a signal or not started)
 * and all lines; never rejects. An abort of `signal` ends the whole group.
 */
export function runChild(
  command,
  args,
  { folder, environment, logFile, onLine, onStart, signal, shell },
) {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  // The step's own failure says more than that of its log (a full disk stops both).
  log.on('error', () => {});
  const lines = [];
  return new Promise((resolve) => {
    const [program, ...words] = shell ? [command, ...args].map(quoted) : [command, ...args];
    const child = spawn(program, words, {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      shell: shell ?? false,
    });
    if (child.pid !== undefined) onStart?.(child.pid);
    endWithSignal(child, signal);
    const take = (text) => {
      const line = text.replace(colours, '');
      lines.push(line);
      log.write(`${line}\n`);
      onLine?.(line);
    };
    createInterface({ input: child.stdout }).on('line', take);
    createInterface({ input: child.stderr }).on('line', take);
    child.once('error', (error) => {
      take(`${command}: ${error.message}`);
      log.end();
      resolve({ exitCode: null, lines });
    });
    child.once('close', (exitCode) => {
      log.end();
      resolve({ exitCode, lines });
    });
  });
}
