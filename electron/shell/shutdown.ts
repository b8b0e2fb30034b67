import type { App } from 'electron';

/** Floor for a stop: the pipeline's own hard limit is 15 s, then it forces. */
const deadlineMs = 15_000;

/**
 * Every way out leads through one joined shutdown: a quit of the app, however it was asked for,
 * SIGINT and SIGTERM. Nothing exits before `shutdown` ended or its deadline passed, and until then
 * the window stays and can say what is going on: `onBegin` is called once, before anything stops.
 * The second ask while stopping changes nothing. `shutdown` resolves with the code to end with.
 */
export function quitInOrder(app: App, shutdown: () => Promise<number>, onBegin: () => void): void {
  let ending: Promise<void> | null = null;
  const end = async () => {
    onBegin();
    const stopped = shutdown().catch((thrown: unknown) => {
      process.stderr.write(`deltadesk: shutdown failed: ${String(thrown)}\n`);
      return 1;
    });
    app.exit(await Promise.race([stopped, deadline()]));
  };
  // Before the windows are closed, not after.
  app.on('before-quit', (event) => {
    event.preventDefault();
    ending ??= end();
  });
  app.on('window-all-closed', () => app.quit());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
}

function deadline(): Promise<number> {
  return new Promise((resolve) => {
    setTimeout(() => {
      process.stderr.write(`deltadesk: not stopped after ${deadlineMs / 1000} s, ending anyway\n`);
      resolve(1);
    }, deadlineMs).unref();
  });
}
