import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { within } from './fixtures/deadline';
import { desktopArguments, desktopEnvironment } from './fixtures/open-desktop';
import { expect, test } from './fixtures/desktop-test';
import { findElectron } from './fixtures/runtime';

/*
 * Setup: an open desktop whose window is hidden; a second launch on the same data folder.
 * Result: the second ends by itself, and the first one's window is back.
 */
test('a second launch brings the first window back', async ({ desktop }) => {
  const { app } = await desktop.launch();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.hide());
  const second = spawn(findElectron(), desktopArguments(desktop.dataFolder), {
    stdio: 'ignore',
    env: desktopEnvironment(),
  });
  const [code] = await within(20_000, 'The end of the second launch', once(second, 'exit'));
  expect(code).toBe(0);
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isVisible()))
    .toBe(true);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

const boundsOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds());

/*
 * Setup: a window that is moved, resized and brought to another place, then the app is ended.
 * Result: the next start opens it there, at that place, in the theme that was chosen.
 */
test('the window comes back where it was', async ({ desktop }) => {
  const bounds = { x: 40, y: 60, width: 1010, height: 700 };
  const first = await desktop.launch();
  await first.page.getByRole('navigation').getByRole('link', { name: 'Logs' }).click();
  await expect(first.page).toHaveURL(/#\/logs/);
  await first.page.getByRole('button', { name: 'Dark theme' }).click();
  await first.app.evaluate(
    ({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]!.setBounds(wanted),
    bounds,
  );
  await expect.poll(() => boundsOf(first.app)).toEqual(bounds);
  // Kept when the window has rested.
  const kept = join(desktop.dataFolder, 'window', 'window-state.json');
  await expect
    .poll(() => existsSync(kept) && JSON.parse(readFileSync(kept, 'utf8')))
    .toMatchObject({ bounds });
  await first.close();

  const second = await desktop.launch();
  await expect(second.page).toHaveURL(/#\/logs/);
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await boundsOf(second.app)).toEqual(bounds);
  await expect
    .poll(() => second.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource))
    .toBe('dark');
});

/*
 * Setup: an open desktop.
 * Result: the application menu opens places, themes and the shortcuts, speaks the page's language, and
 * its keys are heard once.
 */
test('the application menu reaches the page', async ({ desktop }) => {
  const { app, page } = await desktop.launch();
  const choose = (label: string) =>
    app.evaluate(({ Menu }, wanted) => {
      const find = (menu: Electron.Menu | null): Electron.MenuItem | undefined => {
        for (const item of menu?.items ?? []) {
          const found = item.label === wanted ? item : find(item.submenu ?? null);
          if (found) return found;
        }
        return undefined;
      };
      const item = find(Menu.getApplicationMenu());
      if (!item) throw new Error(`The menu has no ${wanted}`);
      item.click();
    }, label);
  await page.getByTestId('start-stop').waitFor();
  await choose('Kafka');
  await expect(page).toHaveURL(/#\/kafka/);
  await choose('Light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await choose('Keyboard Shortcuts');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Digit2');
  await expect(page).toHaveURL(/#\/dashboard/);

  await choose('Settings…');
  await page.getByRole('button', { name: 'Français' }).click();
  await expect
    .poll(() =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map(({ label }) => label)),
    )
    .toEqual(['Fichier', 'Édition', 'Affichage', 'Aller', 'Aide', 'Développement']);
  await choose('Qualité');
  await expect(page).toHaveURL(/#\/quality/);
});
