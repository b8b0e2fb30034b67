import { closeDeadlineMs } from './fixtures/opened-app';
import { expect, test } from './fixtures/test';
import { Keyboard } from './pages/keyboard';
import { PipelinePage } from './pages/pipeline-page';

// After the end the page of the browser tries to come back: it says that nobody answers.
test.use({ expectedComplaint: /^WebSocket connection to .* failed/ });

/*
 * Setup: a new data folder, the app idle, no pointer used at all.
 * Result: every task of ux.md section 8 is done: start, read the state, open Bronze, filter, open a
 * record, copy, export, read the lag, change the theme, stop, quit.
 */
test('everything by keyboard, from Start to Quit', async ({ deltadesk, door }) => {
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
  await keyboard.press('Tab');
  await page.keyboard.type('is');
  await expect(page.getByRole('combobox', { name: 'Condition' })).toHaveValue('equals');
  await keyboard.press('Tab');
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

  await keyboard.press('Control+Shift+KeyC');
  await expect.poll(() => deltadesk.readClipboard()).toMatch(/^vente_id\n\d+$/);

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
  if (door === 'browser')
    await expect(page.getByRole('dialog', { name: 'Deltadesk has stopped' })).toBeVisible();
  await expect.poll(() => deltadesk.livingProcesses(), { timeout: closeDeadlineMs }).toEqual([]);
});
