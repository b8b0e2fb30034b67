import { committedAtMs, silverVersionOf } from './commit-times.mjs';
import { summarise } from './figures.mjs';
import { openHost, until } from './host.mjs';
import { watchPage } from './watch-page.mjs';

/** Until the job's code is compiled its batches take longer than later ones. */
const warmUpMs = 60_000;
const settleMs = 3_000;

/**
 * Records flow at a rate while the dashboard is open: from the commit of Silver's new rows, and of
 * the table that a panel reads, to the painted figure; and the longest task of the page.
 */
export async function measureFlow({ browser, dataFolder }, { ratePerSecond, seconds }) {
  const host = await openHost(dataFolder);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const tab = await context.newPage();
    await tab.addInitScript(watchPage);
    await tab.goto(host.address);
    await host.ask('producer.setRate', { ratePerSecond });
    await host.ask('pipeline.start', {});
    await open(tab, '/dashboard');
    await until(240_000, 'The third version of a table', () =>
      tab.evaluate(() => Object.keys(window.benchWindow.drawn).some((key) => key.endsWith('@3'))),
    );
    await tab.waitForTimeout(warmUpMs);
    const dashboard = await watch(tab, seconds / 2);
    await open(tab, '/pipeline');
    // Opening a place is one long task; what is measured is what comes after it.
    await tab.waitForTimeout(settleMs);
    const pipeline = await watch(tab, seconds / 2);
    await host.ask('pipeline.stop', {});
    return {
      ratePerSecond,
      seconds,
      ...spansOf(dataFolder, dashboard.drawn, dashboard.sinceMs),
      longTaskMs: { dashboard: dashboard.longTaskMs, pipeline: pipeline.longTaskMs },
    };
  } finally {
    await context.close();
    await host.close();
  }
}

/** What the page noted in so many seconds. */
async function watch(tab, seconds) {
  const sinceMs = Date.now();
  await tab.waitForTimeout(seconds * 1_000);
  const { drawn, longTasks } = await tab.evaluate(() => window.benchWindow);
  const tasks = longTasks.filter(({ atMs }) => atMs >= sinceMs);
  return { sinceMs, drawn, longTaskMs: summarise(tasks.map(({ durationMs }) => durationMs)) };
}

const open = (tab, path) => tab.evaluate((hash) => (window.location.hash = hash), path);

function spansOf(dataFolder, drawn, sinceMs) {
  const [fromCommit, fromSilver] = [[], []];
  for (const [key, drawnAtMs] of Object.entries(drawn)) {
    const [table, version] = key.split('@');
    const committed = committedAtMs(dataFolder, table, Number(version));
    if (drawnAtMs === null || committed === null || committed < sinceMs) continue;
    fromCommit.push(drawnAtMs - committed);
    const silver = silverVersionOf(dataFolder, table, Number(version));
    const silverMs = silver && committedAtMs(dataFolder, silver.table, silver.version);
    if (silverMs) fromSilver.push(drawnAtMs - silverMs);
  }
  return { commitToFigureMs: summarise(fromCommit), silverToFigureMs: summarise(fromSilver) };
}
