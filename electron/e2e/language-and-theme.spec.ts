import { expect, test } from './fixtures/test';

/*
 * Setup: an app that is idle.
 * Result: language and theme change without a restart, in every word of the frame, and are there again
 * after the page is loaded anew.
 */
test('language and theme change at once and stay', async ({ deltadesk }) => {
  const { page } = deltadesk;
  const html = page.locator('html');
  await page.getByRole('button', { name: 'Light theme' }).click();
  await expect(html).toHaveAttribute('data-theme', 'light');
  await page.evaluate(() => (window.location.hash = '#/settings/general'));
  await page
    .getByRole('radio', { name: 'Français' })
    .or(page.getByRole('button', { name: 'Français' }))
    .click();
  await expect(html).toHaveAttribute('lang', 'fr');
  await expect(page.getByTestId('start-stop')).toHaveText('Démarrer');
  await page.reload();
  await expect(html).toHaveAttribute('lang', 'fr');
  await expect(html).toHaveAttribute('data-theme', 'light');
  await expect(page.getByTestId('start-stop')).toHaveText('Démarrer');
});
