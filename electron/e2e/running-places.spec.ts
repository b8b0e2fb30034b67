import { windowSizes } from './fixtures/opened-app';
import { runSql } from './fixtures/run-command';
import { expect, test } from './fixtures/running-test';
import { seriousFindings } from './fixtures/serious-findings';

/*
 * Setup: a pipeline that runs while its producer is held, so that nothing moves.
 * Result: the dashboard's and the grid's figures are those of the tables; every place in both themes and
 * both sizes has no serious finding of axe; a picture of each is kept for people to look at.
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

  const links = page.getByRole('navigation', { name: 'Places' }).getByRole('link');
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  const serious: string[] = [];
  for (const theme of ['Light theme', 'Dark theme']) {
    await page.getByRole('button', { name: theme }).click();
    for (const path of [...paths, '#/data/silver/ventes_clean']) {
      await page.evaluate((hash) => (window.location.hash = hash), path);
      await expect(page.locator('main')).toBeVisible();
      for (const size of windowSizes) {
        await app.resize(size);
        const name = `${path.replaceAll(/\W+/g, '-').slice(1)}-${theme.split(' ')[0]}-${size.width}`;
        await page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
      }
      serious.push(...(await seriousFindings(page)).map((text) => `${path} ${theme}: ${text}`));
    }
  }
  expect(serious).toEqual([]);
});
