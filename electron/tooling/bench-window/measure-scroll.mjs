import { bigTable } from './big-table.mjs';
import { openHost } from './host.mjs';
import { summarise } from './figures.mjs';

const runs = 3;
const runMs = 5_000;
const pxPerFrame = 240;

/** Frames while the grid is scrolled over the big table, as fast as a person flings a wheel. */
export async function measureScroll({ browser, dataFolder }) {
  const host = await openHost(dataFolder);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const tab = await context.newPage();
    await tab.goto(host.address);
    await tab.evaluate((path) => (window.location.hash = path), bigTable.path);
    await tab.locator('[role="grid"] [role="row"] >> nth=5').waitFor();
    const shares = [];
    const frames = [];
    for (let run = 0; run < runs; run++) {
      const spans = await tab.evaluate(scroll, { runMs, pxPerFrame });
      shares.push(spans.filter((span) => span < 20).length / spans.length);
      frames.push(...spans);
    }
    return { framesUnder20Ms: summarise(shares), frameMs: summarise(frames) };
  } finally {
    await context.close();
    await host.close();
  }
}

/* Runs in the page: spans between frames in ms while its grid scrolls. */
function scroll({ runMs, pxPerFrame }) {
  const grid = document.querySelector('[role="grid"]');
  return new Promise((done) => {
    const spans = [];
    const startedAt = performance.now();
    let lastAt = null;
    const frame = (at) => {
      if (lastAt !== null) spans.push(at - lastAt);
      lastAt = at;
      if (at - startedAt > runMs) return done(spans);
      grid.scrollTop += pxPerFrame;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}
