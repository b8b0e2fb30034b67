import { isProcessAlive } from '../../main/supervisor/process-identity';
import { readServicePid } from './fixtures/leftovers';
import { expect, test } from './fixtures/running-test';

// While the host opens again nobody answers at its address.
test.use({ expectedComplaint: /^WebSocket connection to .* failed|ERR_CONNECTION_REFUSED/ });

/*
 * Setup: a running pipeline; a setting of the job is changed, and "Restart now" is confirmed.
 * Result: the pipeline runs again by itself with another job, which works by the change: it serves
 * Spark's own pages, and the bottom bar leads there; the tables go on where they were.
 */
test('a restart for changed settings starts the job anew with them', async ({
  running: { app, pipeline },
}) => {
  const { page, dataFolder } = app;
  const { tableVersion } = await pipeline.drawnRevenue();
  const job = readServicePid(dataFolder, 'streamingJob');
  const sparkUi = page.locator('.bottom-bar').getByRole('link', { name: 'Spark UI' });
  await expect(sparkUi).toBeHidden();
  await page.evaluate(() => (window.location.hash = '#/settings/advanced'));
  await page.getByTestId('setting-advanced.sparkUi').getByRole('switch').click();
  await page.locator('.settings-waiting').getByRole('button', { name: 'Restart now' }).click();
  const question = page.getByRole('dialog', { name: 'Restart Deltadesk now?' });
  await question.getByRole('button', { name: 'Restart now' }).click();

  await expect(sparkUi).toBeVisible({ timeout: 120_000 });
  await pipeline.expectState('running');
  await expect(page).toHaveURL(/#\/settings\/advanced$/);
  await expect(page.locator('.settings-waiting')).toBeHidden();
  expect(isProcessAlive(job)).toBe(false);
  expect(isProcessAlive(readServicePid(dataFolder, 'streamingJob'))).toBe(true);
  await page.evaluate(() => (window.location.hash = '#/pipeline'));
  await expect
    .poll(async () => (await pipeline.drawnRevenue()).tableVersion)
    .toBeGreaterThan(tableVersion);
});
