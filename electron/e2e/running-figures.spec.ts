import { runSql } from './fixtures/run-command';
import { expect, test } from './fixtures/running-test';

/*
 * Setup: a pipeline that runs while its producer is held, so that nothing moves.
 * Result: a tile opens to SQL that returns its figure, by the command line and in the editor; the
 * editor marks the line of an error, takes text over a selection and pins a statement, which then
 * stands on the dashboard. The fixture holds the console to no complaint, such as of the content
 * security policy.
 */
test('a figure opens to the SQL that returns it, and SQL becomes a panel', async ({
  running: { app, standStill },
}) => {
  const { page, dataFolder } = app;
  await standStill();

  await page.keyboard.press('Alt+Digit2');
  const tile = await page.getByTestId('kpi-total_revenue').innerText();
  await page.getByRole('button', { name: 'Actions: Total revenue' }).click();
  await page.getByRole('menuitem', { name: 'Open', exact: true }).click();
  await expect(page.getByTestId('figure-value')).toHaveText(tile);
  const sql = await page.getByTestId('figure-sql').innerText();
  const { rows } = await runSql(dataFolder, sql);
  const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' });
  expect(rows.map(([value]) => money.format(Number(value)))).toEqual([tile]);

  await page.getByRole('link', { name: 'Open in SQL' }).click();
  const editor = page.getByRole('textbox', { name: 'SQL' });
  await editor.click();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('sql-rows')).toHaveText('1 row');
  await expect(page.getByTestId('sql-result').getByRole('cell').last()).toHaveText(
    String(rows[0]?.[0]),
  );

  await page.getByRole('button', { name: 'Read the newest' }).click();
  await editor.click();
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.insertText('SELECT pays,\n  nothing\nFROM silver.ventes_par_pays');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.cm-error-line')).toHaveText('  nothing');

  await editor.click();
  await page.keyboard.press('Control+KeyA');
  await page.keyboard.type(
    'SELECT pays, sum(revenue_total) AS revenue FROM silver.ventes_par_pays',
  );
  await page.keyboard.press('Escape');
  await page.keyboard.type(' GROUP BY pays');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('sql-rows')).toHaveText('5 rows');
  await page.getByRole('button', { name: 'Pin to dashboard' }).click();
  await page.getByLabel('Name').fill('Revenue of countries');
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  await page.getByRole('link', { name: 'Revenue of countries is on the dashboard' }).click();
  const panel = page.getByRole('region', { name: 'Revenue of countries' });
  await expect(panel.getByRole('img')).toHaveAttribute('aria-label', /highest/);
});
