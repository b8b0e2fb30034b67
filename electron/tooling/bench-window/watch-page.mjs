/*
 * Runs in the page before its own scripts: notes every long task, and for each version of a table
 * that a panel names as its source, when it was first painted.
 */
export function watchPage() {
  const seen = { longTasks: [], drawn: {} };
  window.benchWindow = seen;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      seen.longTasks.push({ atMs: performance.timeOrigin + startTime, durationMs: duration });
  }).observe({ type: 'longtask', buffered: true });
  const note = () => {
    const fresh = [];
    for (const link of document.querySelectorAll('[data-version]')) {
      const table = link.getAttribute('href')?.match(/^#\/data\/(\w+\/\w+)/)?.[1];
      const key = `${table?.replace('/', '.')}@${link.getAttribute('data-version')}`;
      if (table && !(key in seen.drawn)) fresh.push(key);
    }
    for (const key of fresh) seen.drawn[key] = null;
    if (fresh.length === 0) return;
    // After the next frame the change is on the screen.
    requestAnimationFrame(() =>
      setTimeout(() => {
        for (const key of fresh) seen.drawn[key] = Date.now();
      }),
    );
  };
  const begin = () => {
    const what = {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['data-version'],
    };
    new MutationObserver(note).observe(document.body, what);
  };
  if (document.body) begin();
  else document.addEventListener('DOMContentLoaded', begin);
}
