import { writeFileSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';
import { isProcessAlive } from '../../main/supervisor/process-identity';
import { until, within } from './fixtures/deadline';
import { expect, test } from './fixtures/desktop-test';
import { readPids } from './fixtures/leftovers';
import { closeDeadlineMs } from './fixtures/opened-app';
import { PipelinePage } from './pages/pipeline-page';

/**
 * Runs in the window's page, also where Playwright lost it by a crash; null when it does not answer:
 * a page that has just crashed never does.
 */
const inPage = <T>(app: ElectronApplication, script: string): Promise<T | null> =>
  app.evaluate(({ BrowserWindow }, code) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    const answered = webContents.executeJavaScript(code) as Promise<T>;
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), 2_000));
    return Promise.race([answered, late]);
  }, script) as Promise<T | null>;

/** A picture of the window as the main process sees it. */
async function keepPicture(app: ElectronApplication, file: string): Promise<void> {
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const picture = await BrowserWindow.getAllWindows()[0]!.webContents.capturePage();
    return picture.toPNG().toString('base64');
  });
  writeFileSync(file, Buffer.from(png, 'base64'));
}

/** Waits until the first service of a start is there; its process ids. */
const firstServices = (dataFolder: string, app: ElectronApplication): Promise<number[]> =>
  until(60_000, 'The first service', () => {
    const pids = readPids(dataFolder).filter((pid) => pid !== app.process().pid);
    return pids.length > 0 ? pids : null;
  });

/*
 * Setup: a pipeline that starts; the page's process is crashed, reloaded, its window closed, the
 * computer wakes up, and at last everything is quit.
 * Result: after the crash a page of ours says so and the services go on; closing hides; the quit says
 * what stops and leaves nothing.
 */
test('the pipeline goes on through a crash and without a window, until the quit', async ({
  desktop,
}, testInfo) => {
  const { app, page } = await desktop.launch();
  const pipeline = new PipelinePage(page);
  await pipeline.expectState('stopped');
  await pipeline.startStop.click();
  const services = await firstServices(desktop.dataFolder, app);

  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
  );
  const heading = () => inPage<string>(app, "document.querySelector('h1')?.textContent ?? ''");
  await expect.poll(heading, { timeout: 20_000 }).toBe('The window has crashed');
  await keepPicture(app, testInfo.outputPath('crashed.png'));
  expect(services.filter(isProcessAlive)).toEqual(services);
  await inPage(app, "document.querySelector('a').click()");
  const state = () =>
    inPage<string>(app, "document.querySelector('[data-state]')?.dataset.state ?? ''");
  await expect.poll(state, { timeout: 20_000 }).toMatch(/starting|running|degraded/);

  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  await inPage(
    app,
    "deltadesk.invoke('setting.change', { name: 'general.closingWindow', value: 'hide' })",
  );
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isVisible()))
    .toBe(false);
  expect(services.filter(isProcessAlive)).toEqual(services);

  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await app.evaluate((electron) => electron.app.quit());
  const said = await until(5_000, 'The page that says what stops', () =>
    inPage<string>(app, "document.querySelector('[data-testid=quitting]')?.textContent ?? null"),
  );
  expect(said).toMatch(/Stopping|Everything stops/);
  // A quick end may come before the picture.
  await keepPicture(app, testInfo.outputPath('quitting.png')).catch(() => undefined);
  expect(await within(closeDeadlineMs, 'The end after the quit', ended)).toBe(0);
  expect(services.filter(isProcessAlive)).toEqual([]);
});

/*
 * Setup: a start whose broker process is there but not ready; then a quit.
 * Result: the app ends in time with code 0, and nothing of it is left (the fixture looks).
 */
test('a quit in the middle of a start leaves nothing', async ({ desktop }) => {
  const { app, page } = await desktop.launch();
  const pipeline = new PipelinePage(page);
  await pipeline.expectState('stopped');
  await pipeline.startStop.click();
  await pipeline.expectState('starting');
  const services = await firstServices(desktop.dataFolder, app);
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await app.evaluate((electron) => electron.app.quit());
  expect(await within(closeDeadlineMs, 'The end after the quit', ended)).toBe(0);
  expect(services.filter(isProcessAlive)).toEqual([]);
  expect(readPids(desktop.dataFolder)).toEqual([]);
});

/*
 * Setup: an open desktop where nothing runs; its window is closed.
 * Result: the app ends.
 */
test('closing the window while nothing runs ends the app', async ({ desktop }) => {
  const { app, page } = await desktop.launch();
  await new PipelinePage(page).expectState('stopped');
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
  expect(await within(closeDeadlineMs, 'The end after closing the window', ended)).toBe(0);
});
