import type { Page } from '@playwright/test';
import { runSql } from './fixtures/run-command';
import { seriousFindings } from './fixtures/serious-findings';
import { expect, test } from './fixtures/test';
import { PipelinePage } from './pages/pipeline-page';

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 640 },
];

/** A picture in each size; null keeps the window as it is. */
async function keepPictures(
  page: Page,
  fitted: typeof sizes | null,
  fileOf: (size: string) => string,
): Promise<void> {
  if (fitted === null) await page.screenshot({ path: fileOf('window') });
  for (const size of fitted ?? []) {
    await page.setViewportSize(size);
    await page.screenshot({ path: fileOf(String(size.width)) });
  }
}

/*
 * Setup: a pipeline that ran and was stopped, so that nothing moves.
 * Result: the dashboard's and the grid's figures are those of the tables; every place in both themes and
 * both sizes has no serious finding of axe and no complaint in the console; a picture of each is
 * kept for people to look at.
 */
test('every place shows what the tables hold, and is fit for everybody', async ({
  deltadesk,
  host,
}, testInfo) => {
  const { page, dataFolder } = deltadesk;
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const pipeline = new PipelinePage(page);
  await pipeline.start();
  await pipeline.setRate(200);
  await expect
    .poll(async () => (await pipeline.drawnRevenue()).points, { timeout: 60_000 })
    .toBe(15);
  await pipeline.stop();

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

  const links = page.getByRole('navigation', { name: 'Places' }).getByRole('link');
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  const fitted = host === 'browser' ? sizes : null;
  const serious: string[] = [];
  for (const theme of ['Light theme', 'Dark theme']) {
    await page.getByRole('button', { name: theme }).click();
    for (const path of [...paths, '#/data/silver/ventes_clean']) {
      await page.evaluate((hash) => (window.location.hash = hash), path);
      await expect(page.locator('main')).toBeVisible();
      await keepPictures(page, fitted, (size) =>
        testInfo.outputPath(
          `${path.replaceAll(/\W+/g, '-').slice(1)}-${theme.split(' ')[0]}-${size}.png`,
        ),
      );
      serious.push(...(await seriousFindings(page)).map((text) => `${path} ${theme}: ${text}`));
    }
  }
  expect(serious).toEqual([]);
  expect(complaints).toEqual([]);
});
