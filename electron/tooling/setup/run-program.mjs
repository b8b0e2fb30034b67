import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { watchParent } from './parent-watch.mjs';

/**
 * Runs a Node script as if it were this process: same terminal, same process group, same exit code
 * (128 + number after a signal). Resolves when it has ended.
 *
 * Ctrl-C on a terminal goes to the whole foreground group, so the program has it already, and npm
 * forwards it to us once more: nothing is passed on. Without a terminal signals come to one process
 * alone and are passed on.
 */
export function runProgram(script, args, environment = process.env) {
  const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit', env: environment });
  const hasTerminal = [process.stdin, process.stdout, process.stderr].some((end) => end.isTTY);
  const forwards = (name) => name !== 'SIGINT' || !hasTerminal;
  const listeners = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((name) => {
    const listener = () => forwards(name) && child.kill(name);
    process.on(name, listener);
    return [name, listener];
  });
  const stopWatching = watchParent(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (exitCode, signalName) => {
      stopWatching();
      for (const [name, listener] of listeners) process.off(name, listener);
      resolve(exitCode ?? 128 + (constants.signals[signalName] ?? 0));
    });
  });
}
