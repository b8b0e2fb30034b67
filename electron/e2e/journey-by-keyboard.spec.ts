import type { Page } from '@playwright/test';
import { closeDeadlineMs } from './fixtures/opened-app';
import { expect, test } from './fixtures/test';
import { Keyboard } from './pages/keyboard';
import { PipelinePage } from './pages/pipeline-page';

// After the end the page of the browser tries to come back: it says that nobody answers.
test.use({ expectedComplaint: /^WebSocket connection to .* failed/, isTourSeen: false });

/** All that a screen reader is told from here on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    const region = document.querySelector('[aria-live="polite"].visually-hidden')!;
    const note = () => told.push(region.textContent!.trim());
    new MutationObserver(note).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  return () => page.evaluate(() => (globalThis as unknown as { told: string[] }).told);
}

/*
 * Setup: a new data folder, the app idle, no pointer used at all.
 * Result: every task of ux.md section 8 is done: look at the sample, start, which leaves it, go through
 * the hints that come with the first row, read the state, see the person's own rows, open Bronze,
 * filter, open a record, copy, export, read the lag, change the theme, stop, quit.
 */
test('everything by keyboard, from the sample to Quit', async ({ deltadesk, door }, testInfo) => {
  const { page } = deltadesk;
  const keyboard = new Keyboard(page);
  const pipeline = new PipelinePage(page);
  const sample = page.locator('.sample-sign');
  await keyboard.tabTo(page.getByTestId('explore'));
  await keyboard.press('Enter');
  await expect(sample).toBeVisible();

  await pipeline.expectState('stopped');
  const heard = await listen(page);
  await keyboard.press('Control+Shift+Enter');
  await pipeline.expectState('running', 120_000);
  await expect(sample).toBeHidden();
  await expect.poll(heard).toContain('Running');
  await expect(pipeline.state).toContainText(/Running \d+ s/);

  const hint = page.getByTestId('tour');
  await expect(hint).toContainText('The first rows are here');
  await expect(hint.getByRole('button', { name: 'Next' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(hint).toContainText('How far behind');
  await page.screenshot({ path: testInfo.outputPath('hint.png') });
  await keyboard.press('Escape');
  await expect(hint).toBeHidden();

  await keyboard.openByName('silver.ventes_clean');
  await expect(page).toHaveURL(/#\/data\/silver\/ventes_clean/);
  await expect(page.getByTestId('row-count')).toHaveText(/[1-9][\d,]* rows?/);

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
