import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keepPicture } from './fixtures/keep-picture';
import { root } from './fixtures/runtime';
import { seriousFindings } from './fixtures/serious-findings';
import { expect, test } from './fixtures/test';

const sampleFolder = join(root, 'out', 'sample');

test.use({ isTourSeen: false });

/** Name, size and time of every file of the sample. */
const sampleFiles = () =>
  readdirSync(sampleFolder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const found = statSync(join(sampleFolder, name));
      return found.isFile() ? `${name} ${found.size} ${found.mtimeMs}` : name;
    });

/*
 * Setup: a new data folder, the app idle; the sample that the set-up made.
 * Result: the first screen has the focus on Start and no serious finding of axe; the sample shows figures and rows (how soon is
 * noted, for a loaded machine tells nothing) and is not written to; leaving it brings the first screen back.
 */
test('the first screen opens the sample without a start', async ({ deltadesk }, testInfo) => {
  const { page, dataFolder } = deltadesk;
  const before = sampleFiles();
  const start = page.getByTestId('first-run-start');
  await expect(start).toBeFocused();
  await expect(page.getByRole('main')).toContainText(dataFolder);
  await expect(page.getByTestId('first-run-checks')).toContainText('passed');
  for (const [theme, rules] of [
    ['Dark', 'colors'],
    ['Light', 'all'],
  ] as const) {
    await page.getByRole('button', { name: `${theme} theme` }).click();
    expect(await seriousFindings(page, rules), theme).toEqual([]);
    await page.screenshot({ path: testInfo.outputPath(`first-run-${theme}.png`) });
  }

  const openedAtMs = Date.now();
  await page.getByTestId('explore').click();
  await expect(page.getByTestId('kpi-total_revenue')).toHaveText(/€[1-9][\d,]*\.\d\d/);
  const tookMs = Date.now() - openedAtMs;
  testInfo.annotations.push({ type: 'sample opened', description: `${tookMs} ms` });
  await expect(page.locator('.sample-sign')).toBeVisible();
  await keepPicture(page, testInfo, 'dashboard');

  await page.keyboard.press('Alt+Digit3');
  await page.getByRole('link', { name: /ventes_clean/ }).click();
  await expect(page.getByTestId('row-count')).toHaveText(/[1-9],\d{3} rows/);
  await expect(page.getByRole('grid').getByRole('gridcell').first()).not.toBeEmpty();

  await page.getByRole('button', { name: 'Leave sample' }).click();
  await expect(start).toBeFocused();
  await expect(page.locator('.sample-sign')).toBeHidden();
  expect(sampleFiles(), 'files of the sample').toEqual(before);
});
