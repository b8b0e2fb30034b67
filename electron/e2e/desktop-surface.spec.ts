import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { dataPaths } from '../../main/settings/paths';
import { expect, test } from './fixtures/desktop-test';

/** What the page asks the shell, as a script in the page could. */
const ask = (page: Page, name: string, request: object) =>
  page.evaluate(
    ([asked, payload]) =>
      (
        window as unknown as {
          deltadesk: { invoke(name: string, request: object): Promise<{ ok: boolean }> };
        }
      ).deltadesk.invoke(asked as string, payload as object),
    [name, request] as const,
  );

/** Answers the system's dialogs, and writes down what would have been shown to a person. */
async function standIn(app: ElectronApplication, folder: string): Promise<() => Promise<string[]>> {
  await app.evaluate(({ dialog, shell, Notification }, chosen) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [chosen] })) as never;
    shell.showItemInFolder = (path) => void shown.push(`show ${path}`);
    shell.openPath = async (path) => {
      shown.push(`open ${path}`);
      return '';
    };
    Notification.isSupported = () => true;
    // Each notification listens for its click just before it is shown.
    type Listen = (this: Electron.Notification, name: string, listener: () => void) => unknown;
    const on = Notification.prototype.on as Listen;
    const listen: Listen = function (name, listener) {
      if (name === 'click') {
        shown.push(`notify ${this.title}: ${this.body}`);
        Object.assign(globalThis, { lastNotification: this });
      }
      return on.call(this, name, listener);
    };
    Notification.prototype.on = listen as never;
  }, folder);
  return () => app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
}

/*
 * Setup: an open desktop whose dialogs answer by themselves.
 * Result: only paths that the product wrote are shown; a temporary data folder is refused with the
 * reason; what the page saves itself may be shown then.
 */
test('folders are shown and chosen by the shell alone', async ({ desktop }, testInfo) => {
  const { app, page } = await desktop.launch();
  const { dataFolder } = desktop;
  const shown = await standIn(app, join(dataFolder, 'elsewhere'));
  await page.getByTestId('start-stop').waitFor();

  for (const path of ['/etc/passwd', `${dataFolder}/../x`, 'run', `${dataFolder}\0`])
    expect(await ask(page, 'desktop.showInFolder', { path }), path).toMatchObject({ ok: false });
  expect(await ask(page, 'desktop.showInFolder', { path: dataFolder })).toMatchObject({ ok: true });
  expect(await ask(page, 'desktop.openFolder', { folder: 'logs' })).toMatchObject({ ok: true });
  expect(await shown()).toEqual([`show ${dataFolder}`, `open ${dataPaths(dataFolder).logs}`]);

  await page.evaluate(() => (window.location.hash = '#/settings'));
  await page.getByRole('button', { name: 'Change…' }).click();
  await expect(page.getByRole('alert')).toContainText('it is a temporary folder');
  await page.screenshot({ path: testInfo.outputPath('settings.png') });

  const saved = join(dataFolder, '..', 'picture.txt');
  await app.evaluate(({ session }, path) => {
    session.defaultSession.on('will-download', (_event, item) => item.setSavePath(path));
  }, saved);
  expect(await ask(page, 'desktop.showInFolder', { path: saved })).toMatchObject({ ok: false });
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['rows']));
    link.download = 'picture.txt';
    link.click();
  });
  await expect.poll(() => existsSync(saved) && readFileSync(saved, 'utf8')).toBe('rows');
  await expect
    .poll(async () => (await ask(page, 'desktop.showInFolder', { path: saved })).ok)
    .toBe(true);
});

/*
 * Setup: an open desktop, and a folder of settings that is not the person's.
 * Result: the switch writes the entry that a session starts, and takes it away again.
 */
test('start at login is an entry that comes and goes', async ({ desktop }) => {
  const { page } = await desktop.launch();
  const entry = join(desktop.configFolder, 'autostart', 'deltadesk.desktop');
  await page.getByTestId('start-stop').waitFor();
  await page.evaluate(() => (window.location.hash = '#/settings/general'));
  const row = page.getByTestId('setting-general.startAtLogin');
  await row.getByRole('switch').click();
  await expect.poll(() => existsSync(entry)).toBe(true);
  expect(readFileSync(entry, 'utf8')).toContain(`"--data-folder" "${desktop.dataFolder}"`);
  await row.getByRole('switch').click();
  await expect.poll(() => existsSync(entry)).toBe(false);
});

/*
 * Setup: a start that must fail, while the window is hidden.
 * Result: one notification says so; a click on it brings the window to the place.
 */
test('a failure is told while nobody looks, and a click opens its place', async ({ desktop }) => {
  const { app, page } = await desktop.launch();
  const shown = await standIn(app, '');
  await page.getByTestId('start-stop').waitFor();
  await page.evaluate(() => (window.location.hash = '#/logs'));
  const { kafka } = dataPaths(desktop.dataFolder);
  rmSync(kafka, { recursive: true, force: true });
  mkdirSync(desktop.dataFolder, { recursive: true });
  writeFileSync(kafka, 'no folder');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.hide());
  await ask(page, 'pipeline.start', {});
  await expect.poll(shown, { timeout: 20_000 }).toHaveLength(1);
  expect((await shown())[0]).toMatch(/^notify The pipeline has failed: ./);
  await app.evaluate(() =>
    (globalThis as unknown as { lastNotification: Electron.Notification }).lastNotification.emit(
      'click',
    ),
  );
  await expect(page).toHaveURL(/#\/pipeline/);
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isVisible()))
    .toBe(true);
});
