import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** A figure with the statement that it opens to. */
export interface OpenedFigure {
  readonly shown: string;
  readonly sql: string;
}

/** The Dashboard place as a person reads it. */
export class DashboardPage {
  readonly tiles: Locator;
  /** The panels below the tiles, as the pack orders them; pinned ones are no part of it. */
  readonly panels: Locator;

  constructor(readonly page: Page) {
    this.tiles = page.locator('.kpi-tiles .tile');
    this.panels = page.locator('.dashboard-page > .dashboard-grid').first().locator('> .panel');
  }

  /** The figures of a panel as its table shows them, row by row; text columns are left out. */
  async figuresOf(panel: Locator): Promise<string[][]> {
    await this.showTable(panel);
    return panel
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.querySelectorAll('.figure-cell')].map((cell) => cell.textContent ?? ''),
        ),
      );
  }

  /** Opens a figure of a panel's table, and closes it again. */
  async open(figure: Locator): Promise<OpenedFigure> {
    await figure.click();
    return this.readOpened();
  }

  /** Opens a tile by its menu. */
  async openTile(tile: Locator): Promise<OpenedFigure> {
    await tile.getByRole('button', { name: /^Actions: / }).click();
    await this.page.getByRole('menuitem', { name: 'Open', exact: true }).click();
    return this.readOpened();
  }

  private async showTable(panel: Locator): Promise<void> {
    const button = panel.getByRole('button', { name: 'View as table' });
    if (await button.isVisible()) await button.click();
    await expect(panel.locator('.figure-cell').first()).toBeVisible();
  }

  private async readOpened(): Promise<OpenedFigure> {
    const shown = await this.page.getByTestId('figure-value').innerText();
    const sql = await this.page.getByTestId('figure-sql').innerText();
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByTestId('figure-sql')).toBeHidden();
    return { shown, sql };
  }
}

/** A figure without what makes it readable: `€1,234.50` is `1234.5`. */
export const plainFigure = (shown: string): number => Number(shown.replaceAll(/[€,\s%]/g, ''));
