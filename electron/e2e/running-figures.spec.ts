import type { QueryResult } from '../../main/contract/query';
import { dashboards } from '../../renderer/src/pages/dashboard/dashboards';
import { isNumeric } from '../../renderer/src/format/cells';
import { runDeltadesk, runSql } from './fixtures/run-command';
import { expect, test } from './fixtures/running-test';
import { seriousFindings } from './fixtures/serious-findings';
import { DashboardPage, plainFigure } from './pages/dashboard-page';
import type { OpenedFigure } from './pages/dashboard-page';

/** The figures of a named query by the command line, row by row; names and times are left out. */
async function queriedFigures(dataFolder: string, name: string): Promise<number[][]> {
  const printed = await runDeltadesk(dataFolder, 'query', name, '--json');
  const { columns, rows } = JSON.parse(printed) as QueryResult;
  const numeric = columns.flatMap(({ type }, at) => (isNumeric(type) ? [at] : []));
  return rows.map((row) => numeric.map((at) => Number(row[at])));
}

/** The same of several, one after the other. */
async function queriedInTurn(dataFolder: string, names: readonly string[]) {
  const answers: number[][][] = [];
  for (const name of names) answers.push(await queriedFigures(dataFolder, name));
  return answers;
}

/*
 * Setup: a pipeline that runs while its producer is held, so that nothing moves.
 * Result: every figure of the dashboard is that of `deltadesk query`; the SQL that a figure opens to
 * returns it by the command line: of every tile, of the first and the last figure of every panel.
 */
test('every figure is that of the command line, and its SQL returns it', async ({
  running: { app, standStill },
}) => {
  const { page, dataFolder } = app;
  await standStill();
  const drawn = dashboards['sales']!.filter(({ kind }) => kind !== 'tiles');
  // In the terminal meanwhile: the tables do not move.
  const names = ['kpi_tiles', ...drawn.map(({ query }) => query)];
  const answers = queriedInTurn(dataFolder, names);
  await page.keyboard.press('Alt+Digit2');
  const dashboard = new DashboardPage(page);
  const opened: OpenedFigure[] = [];

  await expect(dashboard.tiles).toHaveCount(6);
  for (const tile of await dashboard.tiles.all()) opened.push(await dashboard.openTile(tile));
  const tiles = opened.map(({ shown }) => plainFigure(shown));
  const [queriedTiles, ...queriedPanels] = await answers;
  expect([tiles]).toEqual(queriedTiles);

  await expect(dashboard.panels).toHaveCount(drawn.length);
  for (const [at, { kind, query }] of drawn.entries()) {
    const panel = dashboard.panels.nth(at);
    const shown = (await dashboard.figuresOf(panel)).map((row) => row.map(plainFigure));
    const queried = queriedPanels[at]!;
    // A heat table has its rows crosswise: there only the figures are compared.
    if (kind === 'heat')
      expect(shown.flat().sort(byValue)).toEqual(queried.map((row) => row.at(-1)).sort(byValue));
    else expect(shown, query).toEqual(queried);
    const figures = panel.locator('.figure-cell');
    for (const figure of [figures.first(), figures.last()])
      opened.push(await dashboard.open(figure));
  }

  // One question for all of them: each statement returns one figure.
  const statement = opened.map(({ sql }, at) => `(${sql}) AS figure_${at}`).join(',\n');
  const { rows } = await runSql(dataFolder, `SELECT ${statement}`);
  expect(opened.length).toBe(6 + 2 * drawn.length);
  for (const [at, { shown, sql }] of opened.entries())
    expect(Number(rows[0]![at]), sql).toBe(plainFigure(shown));
});

const byValue = (one: unknown, other: unknown) => Number(one) - Number(other);

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
  expect(await seriousFindings(page)).toEqual([]);
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
