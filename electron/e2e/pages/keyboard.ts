import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The window as somebody uses it who has no pointer: keys, and what has the focus. */
export class Keyboard {
  constructor(readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Opens something by a few words of its name. */
  async openByName(words: string): Promise<void> {
    await this.press('Control+KeyK');
    const field = this.page.getByRole('dialog').getByRole('combobox');
    await expect(field).toBeFocused();
    await this.page.keyboard.type(words);
    await expect(this.page.locator('[cmdk-item][aria-selected="true"]')).toBeVisible();
    await this.press('Enter');
    await expect(field).toBeHidden();
  }

  /** Tabs until it has the focus; a person gives up after so many. */
  async tabTo(target: Locator, most = 60): Promise<void> {
    for (let count = 0; count < most; count += 1) {
      if (await target.evaluate((element) => element.contains(document.activeElement))) return;
      await this.press('Tab');
    }
    throw new Error(`${String(target)} had not the focus after ${most} tabs.`);
  }

  /** What has the focus, in words: for the order of tabs. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return 'body';
      const pane = element.closest('.top-bar, .rail, main, .bottom-bar');
      return `${pane?.classList[0] ?? pane?.tagName.toLowerCase() ?? 'page'}: ${
        element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? ''
      }`;
    });
  }
}
