const pollMs = 500;

/**
 * Calls `onGone` once when npm's shell, which started us, has ended: some shells end at a signal
 * that npm forwards and leave their child behind. Started in any other way, we may well outlive who
 * started us (`nohup`), and nothing is watched. Returns how to stop watching.
 */
export function watchParent(onGone, environment = process.env) {
  if (environment.npm_lifecycle_event === undefined) return () => {};
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, pollMs);
  timer.unref();
  return () => clearInterval(timer);
}
