import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { PipelineState } from '../../../main/contract/pipeline';

/** What the chart draws: exact sum as decimal text, number of points, version of the table. */
export interface DrawnRevenue {
  readonly sum: string;
  readonly points: number;
  readonly tableVersion: number;
}

/** A start on a slow machine: two JVMs and the first micro-batch. */
const startDeadlineMs = 120_000;
/** The pipeline's hard limit of 15 s, and the time to show it. */
const stopDeadlineMs = 25_000;

/** The Pipeline place as a person uses it; waits are for states, never for time. */
export class PipelinePage {
  readonly startStop: Locator;
  readonly state: Locator;
  readonly revenue: Locator;

  constructor(readonly page: Page) {
    this.startStop = page.getByTestId('start-stop');
    this.state = page.getByTestId('pipeline-state');
    this.revenue = page.getByTestId('revenue');
  }

  async expectState(state: PipelineState, timeout?: number): Promise<void> {
    await expect(this.state).toHaveAttribute('data-state', state, timeout ? { timeout } : {});
  }

  /** Waits for a state; a failure that the window shows ends the waiting with its text. */
  private async reach(state: PipelineState, timeout: number): Promise<void> {
    const settled = new RegExp(`^(${state}|failed)$`);
    await expect(this.state).toHaveAttribute('data-state', settled, { timeout });
    if ((await this.state.getAttribute('data-state')) === state) return;
    throw new Error(`The pipeline failed:\n${await this.page.getByTestId('failure').innerText()}`);
  }

  async start(): Promise<void> {
    await this.expectState('stopped');
    await expect(this.startStop).toHaveText('Start');
    await this.startStop.click();
    await expect(this.startStop).toHaveText('Cancel');
    await this.reach('running', startDeadlineMs);
  }

  async stop(): Promise<void> {
    await expect(this.startStop).toHaveText('Stop');
    await this.startStop.click();
    await this.reach('stopped', stopDeadlineMs);
  }

  /** Cancels a start that is under way. */
  async cancel(): Promise<void> {
    await expect(this.startStop).toHaveText('Cancel');
    await this.startStop.click();
    await this.reach('stopped', stopDeadlineMs);
  }

  async expectBars(): Promise<void> {
    await expect(this.revenue).toBeVisible();
    await expect(this.revenue.locator('canvas')).toBeVisible();
    expect((await this.drawnRevenue()).points).toBeGreaterThan(0);
  }

  /** Types a rate and waits until the producer took it. */
  async setRate(ratePerSecond: number): Promise<void> {
    const field = this.page.getByTestId('producer-rate');
    await field.fill(String(ratePerSecond));
    const slider = this.page.getByRole('slider');
    const text = `${ratePerSecond} records per second`;
    await field.blur();
    await expect(slider).toHaveAttribute('aria-valuetext', text);
  }

  /** Lets the producer send, or holds it; the pipeline goes on. */
  async holdProducer(isHeld: boolean): Promise<void> {
    const producer = this.part('producer');
    const [pause, resume] = ['Pause', 'Resume'].map((name) =>
      producer.getByRole('button', { name, exact: true }),
    ) as [Locator, Locator];
    await expect(pause.or(resume)).toBeVisible();
    const [wanted, other] = isHeld ? [resume, pause] : [pause, resume];
    if (await other.isVisible()) await other.click();
    await expect(wanted).toBeVisible();
  }

  /** Read in one go, so that sum and version belong together. */
  async drawnRevenue(): Promise<DrawnRevenue> {
    return this.page.evaluate(() => {
      const read = (id: string) =>
        document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.dataset ?? {};
      const { sum = '', pointCount = '0' } = read('revenue');
      return {
        sum,
        points: Number(pointCount),
        tableVersion: Number(read('table-version')['version'] ?? -1),
      };
    });
  }

  /** The broker's port, as the window shows it. */
  async brokerPort(): Promise<number> {
    const address = this.page.locator('.bottom-bar code').first();
    await expect(address).toHaveText(/^127\.0\.0\.1:\d+$/);
    return Number((await address.innerText()).split(':')[1]);
  }

  /** A part's health as the window shows it. */
  part(component: string): Locator {
    return this.page.getByTestId(`part-${component}`);
  }
}
