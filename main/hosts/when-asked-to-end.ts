/**
 * Resolves with the first signal that asks this process to end (Ctrl-C, `kill`, a closed terminal).
 * From then on further ones are ignored: the orderly stop has deadlines of its own.
 */
export function whenAskedToEnd(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
  });
}
