import type { Page, TestInfo } from '@playwright/test';
import type { AppUnderTest } from './fixtures/app-under-test';
import { windowSizes } from './fixtures/opened-app';
import { addressName, placeAddresses } from './fixtures/place-addresses';
import { runSql } from './fixtures/run-command';
import { expect, test } from './fixtures/running-test';
import { seriousFindings } from './fixtures/serious-findings';
import { goAndSettle, settle } from './fixtures/settle';
import { scrolledSideways } from './fixtures/sideways';

/** Switches to a theme and waits until the charts have its colours. */
async function showTheme(page: Page, theme: string): Promise<void> {
  const html = page.locator('html');
  if ((await html.getAttribute('data-theme')) === theme.toLowerCase()) return;
  await page.getByRole('button', { name: `${theme} theme` }).click();
  await expect(html).toHaveAttribute('data-theme', theme.toLowerCase());
  await settle(page);
}

/** One address in every size and theme, a picture of each; what is wrong there. */
async function lookAt(
  app: AppUnderTest,
  address: string,
  themes: readonly string[],
  testInfo: TestInfo,
): Promise<string[]> {
  const { page } = app;
  const findings: string[] = [];
  await app.resize(windowSizes[0]!);
  await goAndSettle(page, address);
  for (const [at, size] of windowSizes.entries()) {
    await app.resize(size);
    const wide = await scrolledSideways(page);
    findings.push(...wide.map((text) => `${address} ${size.width}: ${text}`));
    const isLast = at === windowSizes.length - 1;
    // There and back again: the next address begins in the theme in which this one did.
    for (const theme of isLast ? [...themes].reverse() : themes) {
      await showTheme(page, theme);
      const name = `${addressName(address)}-${theme}-${size.width}`;
      await page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
      if (!isLast) continue;
      // What a theme changes is colours: of one of them all the rest is looked at.
      const serious = await seriousFindings(page, theme === 'Dark' ? 'all' : 'colors');
      findings.push(...serious.map((text) => `${address} ${theme}: ${text}`));
    }
  }
  return findings;
}

/*
 * Setup: a pipeline that runs while its producer is held, so that nothing moves.
 * Result: the dashboard's and the grid's figures are those of the tables; every screen, drawn to its end
 * in its themes and both sizes, has no serious finding of axe and nothing outside a grid to scroll
 * sideways; a picture of each is kept for people to look at.
 */
test('every place shows what the tables hold, and is fit for everybody', async ({
  running: { app, standStill },
}, testInfo) => {
  const { page, dataFolder } = app;
  await standStill();

  const sql = `SELECT sum(total_depense)::DOUBLE, count(*)::INTEGER, max_by(event_id, kafka_offset)
               FROM silver.ventes_clean`;
  const [revenue, rows] = (await runSql(dataFolder, sql)).rows[0]!;
  await page.keyboard.press('Alt+Digit2');
  const tile = page.getByTestId('kpi-total_revenue');
  const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' });
  await expect(tile).toHaveText(money.format(Number(revenue)));

  await page.keyboard.press('Alt+Digit3');
  await page.getByRole('link', { name: /ventes_clean/ }).click();
  const count = new Intl.NumberFormat('en-GB').format(Number(rows));
  await expect(page.getByTestId('row-count')).toHaveText(`${count} rows`);
  const grid = page.getByRole('grid');
  const newest = await grid.getByRole('gridcell').first().innerText();
  const found = await runSql(
    dataFolder,
    `SELECT count(*)::INTEGER FROM silver.ventes_clean WHERE event_id = '${newest}'`,
  );
  expect(found.rows).toEqual([[1]]);
  await grid.focus();
  await page.keyboard.press('Control+End');
  await expect(grid.locator(`[aria-rowindex="${Number(rows) + 1}"]`)).not.toHaveAttribute(
    'aria-busy',
    'true',
  );
  await page.keyboard.press('Space');
  await expect(page.getByRole('complementary')).toContainText(`Row ${count} of ${count}`);
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();

  await page.keyboard.press('Control+KeyK');
  await page.keyboard.type('diagn');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/diagnostics$/);

  const findings: string[] = [];
  const addresses = await placeAddresses(page);
  // The page is one in both doors: the other theme is looked at in the browser's alone.
  const themes = testInfo.project.name === 'desktop' ? ['Dark'] : ['Dark', 'Light'];
  await showTheme(page, themes[0]!);
  for (const address of addresses) findings.push(...(await lookAt(app, address, themes, testInfo)));
  expect(findings).toEqual([]);
});
