import { spawn } from 'node:child_process';

const startDeadlineMs = 10_000;

/** True when windows can be shown: always but on Linux without an X or Wayland server. */
export function hasDisplay(environment = process.env) {
  return (
    process.platform !== 'linux' || Boolean(environment.DISPLAY ?? environment.WAYLAND_DISPLAY)
  );
}

/**
 * Starts an X server without a screen on a number of its own choice. Resolves with the name for
 * DISPLAY and how to end it; rejects with one sentence when it does not start.
 */
export function startDisplay() {
  const child = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true },
  );
  const hasEnded = new Promise((resolve) => child.once('close', resolve));
  const stop = () => {
    child.kill('SIGTERM');
    return hasEnded;
  };
  return new Promise((resolve, reject) => {
    const giveUp = (reason) => {
      child.kill('SIGKILL');
      reject(new Error(`There is no display, and Xvfb ${reason}. Install it: package xvfb.`));
    };
    const timer = setTimeout(() => giveUp('did not start within 10 s'), startDeadlineMs);
    child.once('error', () => giveUp('is not installed'));
    child.once('exit', (exitCode) => giveUp(`ended with exit code ${exitCode}`));
    child.once('close', () => clearTimeout(timer));
    child.stdio[3].once('data', (number) => {
      clearTimeout(timer);
      resolve({ display: `:${String(number).trim()}`, stop });
    });
  });
}
