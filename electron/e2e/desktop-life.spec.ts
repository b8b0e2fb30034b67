import type { ElectronApplication } from '@playwright/test';
import { isProcessAlive } from '../../main/supervisor/process-identity';
import { until, within } from './fixtures/deadline';
import { expect, test } from './fixtures/desktop-test';
import { readPids } from './fixtures/leftovers';
import { closeDeadlineMs } from './fixtures/opened-app';
import { PipelinePage } from './pages/pipeline-page';

/** Waits until the first service of a start is there; its process ids. */
const firstServices = (dataFolder: string, app: ElectronApplication): Promise<number[]> =>
  until(60_000, 'The first service', () => {
    const pids = readPids(dataFolder).filter((pid) => pid !== app.process().pid);
    return pids.length > 0 ? pids : null;
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
