import { readFileSync } from 'node:fs';
import { readZip } from '../../main/archives/test-read-zip';
import { expect, test } from './fixtures/test';

/** What the browser host does otherwise than the desktop (ux.md section 13). */
test.describe('the browser host', () => {
  // After the end the page tries to come back: the browser says that nobody answers.
  test.use({ expectedComplaint: /^WebSocket connection to .* failed/ });

  test('saves a debug bundle that was listed first, from an address for one use', async ({
    deltadesk: { page },
  }) => {
    await page.goto(`${new URL(page.url()).origin}/#/diagnostics`);
    await page.getByRole('button', { name: 'List contents' }).click();
    const list = page.getByRole('region', { name: 'Contents of the bundle' });
    await expect(list.getByText('settings.json')).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as zip' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^deltadesk-support-\d{8}T\d{6}Z\.zip$/);
    const files = readZip(readFileSync((await download.path())!));
    expect([...files.keys()]).toContain('deltadesk-support/settings.json');
    // The address was used up by the browser itself.
    const again = await page.request.get(download.url());
    expect(again.status()).toBe(404);
  });

  test('tells a second tab of a changed setting, and both of the end', async ({ deltadesk }) => {
    const { page } = deltadesk;
    const address = await page.evaluate(() => {
      const token = sessionStorage.getItem('deltadesk.token');
      return `${location.origin}/#token=${token}`;
    });
    const second = await page.context().newPage();
    await second.goto(address);
    await expect(second).toHaveTitle(/Stopped · /);
    await page.goto(`${new URL(address).origin}/#/settings/producer`);
    const rate = page.getByTestId('setting-producer.ratePerSecond').getByRole('spinbutton');
    await rate.fill('7');
    await rate.press('Enter');
    await expect(second.getByTestId('notice-settings')).toContainText('producer.ratePerSecond');
    await expect(page.getByTestId('notice-settings')).toHaveCount(0);

    await page.goto(`${new URL(address).origin}/#/settings/general`);
    await page.getByTestId('setting-quit').getByRole('button').click();
    await page.getByRole('dialog').getByRole('button').last().click();
    for (const tab of [page, second]) {
      await expect(tab.getByRole('dialog', { name: 'Deltadesk has stopped' })).toBeVisible({
        timeout: 30_000,
      });
      await expect(tab).toHaveTitle('Deltadesk has stopped');
    }
    await deltadesk.close();
  });
});
