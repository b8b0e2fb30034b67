import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import sirv from 'sirv';
import type { PipelineState } from '../../main/contract/pipeline';
import {
  latencyBudget,
  microBatches,
  runsReport,
} from '../../renderer/src/fixtures/batch-fixtures';
import { overviewIn, revenueResult } from '../../renderer/src/fixtures/overview-fixtures';
import { alertsReport, ledgerReport } from '../../renderer/src/fixtures/quality-fixtures';
import { findChromium, requireBuild, root } from './fixtures/runtime';
import { PipelinePage } from './pages/pipeline-page';

/*
 * Setup: the built page in Chromium with a stand-in for the control center that holds one state.
 * Result: every state fits both window sizes in both themes, without complaint in the console; one
 * picture of each is kept for people to look at.
 */
const states: PipelineState[] = ['stopped', 'starting', 'running', 'degraded', 'failed'];
const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 640 },
];

let browser: Browser;
let address: string;
let closeServer: () => void;
test.beforeAll(async () => {
  const renderer = join(root, 'out', 'renderer');
  requireBuild(join(renderer, 'index.html'));
  const server = createServer(sirv(renderer, { dev: true }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  closeServer = () => server.close();
  browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
});
test.afterAll(async () => {
  await browser?.close();
  closeServer?.();
});

async function openPage(state: PipelineState, colorScheme: 'light' | 'dark', viewport: object) {
  const nowMs = Date.now();
  const context = await browser.newContext({ colorScheme, viewport: viewport as never });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const answers = {
    'app.read': { version: '0.1.0', pid: 1, host: 'browser', dataFolder: '/home/me/deltadesk' },
    'overview.read': overviewIn(state, nowMs),
    'query.run': revenueResult(nowMs),
    'batches.read': microBatches(nowMs),
    'latency.read': latencyBudget(),
    'runs.read': runsReport(nowMs),
    'ledger.verify': ledgerReport(nowMs),
    'lastErrors.read': { errors: [] },
    'alerts.read': alertsReport(nowMs),
    'disk.read': { freeBytes: 79_000_000_000 },
  };
  await page.addInitScript((values) => {
    const api = {
      on: () => () => {},
      invoke: (name: string) =>
        Promise.resolve(
          name in values
            ? { ok: true, value: (values as Record<string, unknown>)[name] }
            : {
                ok: false,
                failure: { code: 'REQUEST_UNKNOWN', facts: { name }, lastLogLines: [] },
              },
        ),
    };
    Object.assign(window, { deltadesk: api });
  }, answers);
  await page.goto(address);
  await new PipelinePage(page).expectState(state);
  return { page, complaints, context };
}

/**
 * What sticks out of the window once it is laid out: the page itself, or text cut off inside a
 * control.
 */
const findOverflow = (page: Page) =>
  page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1)
      await new Promise((drawn) => requestAnimationFrame(drawn));
    const wide = document.documentElement.scrollWidth > window.innerWidth;
    const cut = [...document.querySelectorAll('button, .badge, .figure-value, .layer-count')];
    return {
      wide,
      cut: cut.filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0).length,
    };
  });

for (const state of states)
  test(`${state}, in both themes and sizes`, async ({}, testInfo) => {
    const { page, complaints, context } = await openPage(state, 'light', sizes[0]!);
    for (const colorScheme of ['light', 'dark'] as const)
      for (const viewport of sizes) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(viewport);
        await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
        for (const panel of ['.batches', '.revenue'])
          await expect(page.locator(`${panel} .chart canvas`)).toBeVisible();
        const name = `${colorScheme}-${viewport.width}`;
        expect(await findOverflow(page), name).toEqual({ wide: false, cut: 0 });
        await page.screenshot({ path: testInfo.outputPath(`${name}.png`) });
      }
    expect(complaints).toEqual([]);
    await context.close();
  });

test('the keyboard reaches the chart, its tooltip, the table and the SQL', async () => {
  const { page, context } = await openPage('running', 'light', sizes[0]!);
  const revenue = page.locator('.revenue');
  await revenue.locator('.chart').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(revenue.locator('.chart-tooltip')).toContainText('Germany');
  await page.keyboard.press('Escape');
  await revenue.getByRole('button', { name: 'View as table' }).press('Enter');
  await expect(revenue.getByRole('row')).toHaveCount(17);
  await revenue.getByRole('button', { name: 'SQL' }).press('Enter');
  await expect(page.locator('.sql')).toContainText('SELECT');
  await context.close();
});

test('a stop by keyboard asks; Escape keeps the pipeline and gives the focus back', async () => {
  const { page, context } = await openPage('running', 'dark', sizes[1]!);
  await page.getByTestId('start-stop').press('Enter');
  const question = page.getByRole('dialog', { name: 'Stop the pipeline?' });
  await expect(question.getByRole('button', { name: 'Keep running' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(page.getByTestId('start-stop')).toBeFocused();
  await page.keyboard.press('Control+Shift+Enter');
  await expect(question).toBeVisible();
  await context.close();
});

test('the menu beside Start opens by keyboard, and inserts no style that the policy refuses', async () => {
  const { page, complaints, context } = await openPage('running', 'light', sizes[1]!);
  await page.getByTestId('pipeline-menu').press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Pause the producer' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('pipeline-menu')).toBeFocused();
  expect(complaints).toEqual([]);
  await context.close();
});

test('an edge of the way of the data leads to the micro-batches, by keyboard too', async () => {
  const { page, context } = await openPage('running', 'light', sizes[1]!);
  await page.getByTestId('edge-silver').press('Enter');
  await expect(page.locator('#pipeline-batches')).toBeFocused();
  await expect(page.locator('.batches .chart')).toBeInViewport();
  await context.close();
});
