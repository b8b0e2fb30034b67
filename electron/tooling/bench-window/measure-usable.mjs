import { openHost } from './host.mjs';
import { summarise } from './figures.mjs';

/**
 * From the launch of the command to a page whose Start button can be pressed, the pipeline stopped;
 * and of that the part from the address to the button.
 */
export async function measureUsable({ browser, dataFolder }, { launches }) {
  const [whole, page] = [[], []];
  for (let launch = 0; launch < launches; launch++) {
    const startedAt = performance.now();
    const host = await openHost(dataFolder);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    try {
      const tab = await context.newPage();
      const openedAt = performance.now();
      await tab.goto(host.address, { waitUntil: 'commit' });
      await tab.locator('main').waitFor();
      await tab.locator('.top-bar button:enabled').first().waitFor();
      await painted(tab);
      page.push(performance.now() - openedAt);
      whole.push(performance.now() - startedAt);
    } finally {
      await context.close();
      await host.close();
    }
  }
  return { launchMs: summarise(whole), pageMs: summarise(page) };
}

const painted = (tab) =>
  tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
