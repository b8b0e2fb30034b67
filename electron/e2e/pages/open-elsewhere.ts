import type { Page } from '@playwright/test';

/** The same host in a browser that was never here before; its context is the caller's to close. */
export async function openElsewhere(page: Page): Promise<Page> {
  const address = await page.evaluate(() => {
    const token = sessionStorage.getItem('deltadesk.token');
    return `${location.origin}/#token=${token}`;
  });
  const context = await page.context().browser()!.newContext();
  const opened = await context.newPage();
  await opened.goto(address);
  return opened;
}
