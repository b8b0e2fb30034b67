import { watchParent } from './parent-watch.mjs';
import { interrupted } from './problem.mjs';

/**
 * Turns Ctrl-C and its kin into an abort, whose reason is the `Problem` to end with. A second
 * Ctrl-C changes nothing: children that do not end when asked are killed 3 s later anyway (npm
 * forwards a terminal's Ctrl-C, so that it arrives twice).
 */
export function watchInterruption(command) {
  const controller = new AbortController();
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const listeners = names.map((name) => {
    const listener = () => controller.abort(interrupted(name, command));
    process.on(name, listener);
    return [name, listener];
  });
  const stopWatchingParent = watchParent(() => controller.abort(interrupted('SIGTERM', command)));
  return {
    signal: controller.signal,
    stopWatching: () => {
      stopWatchingParent();
      listeners.forEach(([name, listener]) => process.off(name, listener));
    },
  };
}
