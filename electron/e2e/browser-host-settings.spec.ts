import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataPaths } from '../../main/settings/paths';
import { expect, test } from './fixtures/test';
import { openElsewhere } from './pages/open-elsewhere';
import { PipelinePage } from './pages/pipeline-page';

// While the host opens again nobody answers at its address.
test.use({ expectedComplaint: /^WebSocket connection to .* failed|ERR_CONNECTION_REFUSED/ });

/*
 * Setup: the app idle; a theme and a place are chosen, a data folder is typed that is a file, a
 * temporary folder or no whole path, a setting is changed that waits for a start, and restarted.
 * Result: Settings says how secrets are kept here; each folder is refused with the reason and nothing
 * is reopened; after the restart the change holds, and a browser that was never here before finds
 * place and theme in the data folder.
 */
test('a refused folder changes nothing, a restart keeps place and theme', async ({ deltadesk }) => {
  const { page, dataFolder } = deltadesk;
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await page.evaluate(() => (window.location.hash = '#/settings/general'));
  await expect(page.getByTestId('setting-window.secrets')).toContainText(
    'The browser’s page does not reach the secret store of this system',
  );

  const row = page.getByTestId('setting-window.dataFolder');
  await row.getByRole('button', { name: 'Change…' }).click();
  const field = row.getByLabel('Another data folder, as a whole path');
  for (const [folder, reason] of [
    [process.execPath, 'is a file, or lies inside one'],
    [join(tmpdir(), 'elsewhere'), 'it is a temporary folder'],
    ['elsewhere', 'it is not an absolute path'],
  ] as const) {
    await field.fill(folder);
    await field.press('Enter');
    await expect(row.getByRole('alert')).toContainText(reason);
    await expect(row.getByRole('alert')).toContainText(folder);
  }
  await expect(row.getByText(dataFolder, { exact: true })).toBeVisible();

  await page.evaluate(() => (window.location.hash = '#/settings/advanced'));
  const setting = page.getByTestId('setting-advanced.sparkUi');
  await setting.getByRole('switch').click();
  const waiting = page.locator('.settings-waiting');
  // Kept when the page has rested.
  const kept = () => readFileSync(dataPaths(dataFolder).keptTexts, 'utf8');
  await expect.poll(kept).toContain('/settings/advanced');
  await expect(waiting).toContainText('1 change needs a restart of Deltadesk');
  await waiting.getByRole('button', { name: 'Restart now' }).click();
  await expect(waiting).toBeHidden();
  await expect(setting.getByRole('switch')).toBeChecked();
  await new PipelinePage(page).expectState('stopped');

  const elsewhere = await openElsewhere(page);
  await expect(elsewhere).toHaveURL(/#\/settings\/advanced$/);
  await expect(elsewhere.locator('html')).toHaveAttribute('data-theme', 'dark');
  await elsewhere.context().close();
});

/*
 * Setup: a broker's folder that cannot be one; Start is pressed, while another place is looked at.
 * Result: the state beside the button names the failure, a notice leads to its place, and there stand
 * the reason and a way out; without the obstacle the next start gets on.
 */
test('a start that fails says so beside the button, by a notice and in full', async ({
  deltadesk,
}) => {
  const { page, dataFolder } = deltadesk;
  const pipeline = new PipelinePage(page);
  const { kafka } = dataPaths(dataFolder);
  rmSync(kafka, { recursive: true, force: true });
  writeFileSync(kafka, 'no folder');
  await pipeline.expectState('stopped');
  await page.evaluate(() => (window.location.hash = '#/logs'));
  await pipeline.startStop.click();
  await pipeline.expectState('failed');
  await expect(pipeline.startStop).toHaveText('Try again');
  await expect(pipeline.state).toContainText(/^Failed.*The data folder is not a folder/s);

  const notice = page.getByTestId('notice-failed');
  await expect(notice).toContainText('The pipeline has failed');
  await notice.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page).toHaveURL(/#\/pipeline/);
  const failure = page.getByTestId('failure');
  await expect(failure).toContainText(`${kafka} is a file`);
  await expect(failure).toContainText('DATA_FOLDER_NOT_A_FOLDER');

  rmSync(kafka);
  await pipeline.startStop.click();
  await pipeline.expectState('starting');
  await expect(failure).toBeHidden();
  await pipeline.cancel();
});
