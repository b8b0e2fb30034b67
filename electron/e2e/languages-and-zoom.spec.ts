import { windowSizes } from './fixtures/opened-app';
import { seriousFindings } from './fixtures/serious-findings';
import { expect, test } from './fixtures/test';
import { Keyboard } from './pages/keyboard';
import { PipelinePage } from './pages/pipeline-page';

/*
 * Setup: the app idle, in each language.
 * Result: axe finds nothing serious in any place; a window of 1024 × 640 at 200 %, which is 512 × 320
 * for the page, is used without scrolling sideways; a picture of each is kept for people.
 */
test('every place in both languages is fit for everybody, at 200 % too', async ({
  deltadesk,
}, testInfo) => {
  const { page } = deltadesk;
  const keyboard = new Keyboard(page);
  await new PipelinePage(page).expectState('stopped');
  const links = page.getByRole('navigation').first().getByRole('link');
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  expect(paths.length).toBeGreaterThanOrEqual(9);
  const found: string[] = [];
  for (const [language, word] of [
    ['en', 'English'],
    ['fr', 'Français'],
  ] as const) {
    await keyboard.openByName(word);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    for (const path of [...paths, '#/data/sql', '#/learn']) {
      await deltadesk.resize(windowSizes[0]!);
      await page.evaluate((hash) => (window.location.hash = hash), path);
      await expect(page.locator('main')).toBeVisible();
      // What a language changes is the length of texts: one of them is looked at by axe.
      const serious = language === 'fr' ? await seriousFindings(page) : [];
      found.push(...serious.map((text) => `${path} ${language}: ${text}`));
      await deltadesk.resize(windowSizes[1]!, 2);
      const sideways = await page.evaluate(() =>
        [document.documentElement, document.querySelector('.app'), document.querySelector('main')]
          .map((part) => (part ? part.scrollWidth - part.clientWidth : 0))
          .filter((pixels) => pixels > 1),
      );
      if (sideways.length > 0) found.push(`${path} ${language}: ${sideways} px sideways`);
      const name = `${language}${path.replaceAll(/\W+/g, '-')}-200.png`;
      await page.screenshot({ path: testInfo.outputPath(name) });
    }
  }
  expect(found).toEqual([]);
});
