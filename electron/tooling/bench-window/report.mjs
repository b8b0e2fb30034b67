const ms = (value) => (value === null ? '—' : `${Math.round(value)} ms`);
const share = (value) => (value === null ? '—' : `${(value * 100).toFixed(1)} %`);

/** Each figure with what is asked of it: issue 6's table. */
export function toRows({ usable, flow, scroll }) {
  return [
    usable && ['window usable after launch', usable.launchMs, ms, '2000 ms', '1000 ms'],
    usable && ['of it, from the address to the page', usable.pageMs, ms, '', ''],
    flow && ['new Silver rows → figure drawn', flow.silverToFigureMs, ms, '1000 ms', '300 ms'],
    flow && ["the panel's own table → figure drawn", flow.commitToFigureMs, ms, '', ''],
    flow && ['long tasks, dashboard', flow.longTaskMs.dashboard, ms, '100 ms', '50 ms'],
    flow && ['long tasks, pipeline', flow.longTaskMs.pipeline, ms, '100 ms', '50 ms'],
    scroll && ['frames under 20 ms while scrolling', scroll.framesUnder20Ms, share, '95 %', '99 %'],
    scroll && ['frame', scroll.frameMs, ms, '', ''],
  ]
    .filter(Boolean)
    .map(([name, { count, p50, p95, worst }, format, least, aim]) => ({
      ...{ name, count, median: format(p50), p95: format(p95), worst: format(worst), least, aim },
    }));
}

/** The same for people. */
export function printReport({ cores, loadBefore, loadAfter }, rows) {
  const load = [loadBefore, loadAfter].map((value) => value.toFixed(1)).join(' → ');
  console.log(`Chromium against the browser host, ${cores} cores, load ${load}`);
  console.table(Object.fromEntries(rows.map(({ name, ...figures }) => [name, figures])));
}
