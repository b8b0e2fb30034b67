import { expect, test } from './fixtures/test';
import { Keyboard } from './pages/keyboard';
import { PipelinePage } from './pages/pipeline-page';

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
