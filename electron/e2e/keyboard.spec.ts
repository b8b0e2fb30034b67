import { expect, test } from './fixtures/test';
import { Keyboard } from './pages/keyboard';
import { PipelinePage } from './pages/pipeline-page';

/*
 * Setup: a new data folder, the app idle, no pointer used at all.
 * Result: every task of ux.md section 8 is done: start, read the state, open Bronze, filter, open a
 * record, copy, export, read the lag, change the theme, stop, quit.
 */
test('everything by keyboard, from Start to Quit', async ({ deltadesk }) => {
  const { page } = deltadesk;
  const keyboard = new Keyboard(page);
  const pipeline = new PipelinePage(page);
  await pipeline.expectState('stopped');
  await keyboard.press('Control+Shift+Enter');
  await pipeline.expectState('running', 120_000);
  await expect(page.locator('[aria-live="polite"].visually-hidden')).toHaveText('Running');
  await expect(pipeline.state).toContainText(/Running \d+ s/);
  if (await page.getByTestId('tour').isVisible()) await keyboard.press('Escape');

  await keyboard.openByName('bronze.ventes_stream');
  await expect(page).toHaveURL(/#\/data\/bronze\/ventes_stream/);
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('gridcell').first()).not.toBeEmpty();

  await keyboard.press('/');
  const column = page.getByRole('combobox', { name: 'Column' });
  await expect(column).toBeFocused();
  await page.keyboard.type('kafka_partition');
  await expect(column).toHaveValue('kafka_partition');
  await keyboard.press('Tab', 'Tab');
  await page.keyboard.type('0');
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/filter=/);
  await expect(grid.getByRole('gridcell').first()).not.toBeEmpty();

  await keyboard.tabTo(grid);
  await keyboard.press('ArrowDown', 'Space');
  const record = page.getByRole('complementary');
  await expect(record).toContainText('kafka_offset');
  await keyboard.press('Escape');
  await expect(grid).toBeFocused();

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await keyboard.press('Control+Shift+KeyC');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^event_id\t.*kafka_offset/);

  await keyboard.press('Control+KeyE');
  const exporting = page.getByRole('dialog');
  await expect(exporting).toBeVisible();
  await keyboard.press('Escape');
  await expect(exporting).toBeHidden();
  await expect(grid).toBeFocused();

  await keyboard.press('Alt+Digit1');
  await expect(page.getByTestId('lag')).toHaveText(/^\d/);
  await keyboard.openByName('dark theme');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await keyboard.press('Control+Shift+Enter');
  const question = page.getByRole('dialog', { name: 'Stop the pipeline?' });
  await expect(question.getByRole('button', { name: 'Keep running' })).toBeFocused();
  await keyboard.press('Tab', 'Enter');
  await pipeline.expectState('stopped', 25_000);

  await keyboard.openByName('quit deltadesk');
  await expect(page.getByRole('dialog')).toBeVisible();
  await keyboard.press('Tab', 'Enter');
  await expect(page.getByText('Deltadesk has stopped').first()).toBeVisible();
});

/*
 * Setup: the app idle, the page as it opens.
 * Result: tabs go through the panes in the order of the page and back; no pane holds the focus; F6
 * goes from pane to pane; each dialog gives the focus back to where it was.
 */
test('the focus goes through the page in its order, and comes back from every dialog', async ({
  deltadesk,
}) => {
  const { page } = deltadesk;
  const keyboard = new Keyboard(page);
  await new PipelinePage(page).expectState('stopped');
  await keyboard.press('Alt+Digit8');
  await expect(page).toHaveURL(/#\/settings/);
  // From the page round to the first pane: its beginning is where the tabs begin.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await keyboard.press('F6');

  const order: string[] = ['top-bar'];
  for (let count = 0; count < 150; count += 1) {
    await keyboard.press('Tab');
    const pane = (await keyboard.focused()).split(':')[0]!;
    if (pane !== order.at(-1)) order.push(pane);
    if (pane === 'bottom-bar') break;
  }
  expect(order).toEqual(['top-bar', 'rail', 'page', 'bottom-bar']);
  await keyboard.press('F6');
  expect(await keyboard.focused()).toMatch(/^top-bar/);
  await keyboard.press('F6');
  expect(await keyboard.focused()).toMatch(/^rail/);
  await keyboard.press('Shift+F6', 'Shift+F6');
  expect(await keyboard.focused()).toMatch(/^bottom-bar/);

  const french = page.getByRole('button', { name: 'Français' });
  await keyboard.press('F6', 'F6', 'F6');
  await keyboard.tabTo(french);
  await keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(french).toBeFocused();
  await expect(page.getByTestId('start-stop')).toHaveText('Démarrer');

  for (const [key, name] of [
    ['Control+KeyK', 'Palette de commandes'],
    ['Shift+Slash', 'Raccourcis'],
  ] as const) {
    await keyboard.press(key);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(french).toBeFocused();
  }
});
