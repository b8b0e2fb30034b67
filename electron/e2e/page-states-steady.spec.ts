import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import sirv from 'sirv';
import { dashboardQueries, dashboardResult } from '../../renderer/src/fixtures/dashboard-fixtures';
import { overviewIn } from '../../renderer/src/fixtures/overview-fixtures';
import { ledgerReport, qualityReport } from '../../renderer/src/fixtures/quality-fixtures';
import { exportHistory, exportPresets } from '../../renderer/src/fixtures/table-fixtures';
import { doctorCheckIds } from '../../main/contract/doctor';
import { findChromium, requireBuild, root } from './fixtures/runtime';

/*
 * Setup: the built page in Chromium with a stand-in for the control center whose rows come late.
 * Result: no panel has another height, and none stands elsewhere, before its rows, with them and after.
 */
const nowMs = Date.now();
const quality = qualityReport(nowMs);
const [preset] = exportPresets().presets;
const times = (count: number) => Array.from({ length: count }, (_, index) => index);
const sets = ['segment', 'category'].map((name) => ({ name, type: 'text[]' }));
const tables = times(12).map((index) => ({ table: `silver.table_${index}`, score: 1 }));
const answers = {
  'app.read': { version: '0.1.0', pid: 1, host: 'browser', dataFolder: '/home/me/deltadesk' },
  'overview.read': overviewIn('running', nowMs),
  'keptTexts.read': { texts: { tour: 'seen' } },
  'queries.read': {
    queries: dashboardQueries.map((query) => ({
      ...query,
      parameters: [...query.parameters, ...sets],
    })),
  },
  'query.run': dashboardResult(nowMs),
  'ledger.verify': ledgerReport(nowMs),
  'quality.read': {
    ...quality,
    checks: times(5).map((index) => {
      const check = quality.checks[index % 2]!;
      return { ...check, table: { ...check.table!, tables } };
    }),
  },
  'schemaChanges.read': { changes: [], seen: [] },
  'alerts.read': { active: [], recent: [], muted: [] },
  'doctor.run': {
    atMs: nowMs,
    dataFolder: '/home/me/deltadesk',
    ok: true,
    checks: doctorCheckIds.map((id, index) => ({
      ...{ id, question: id, answer: `Answer ${index}`, tookMs: index, action: null, muted: false },
      result: (['warning', 'warning', 'notRun'] as const)[index] ?? 'passed',
      remedy: index < 2 ? 'Do something about it.' : null,
    })),
  },
  'exportHistory.read': exportHistory(),
  'exports.read': {
    presets: times(12).map((index) => ({ ...preset!, preset: `p${index}`, title: `P${index}` })),
  },
};

test('no panel changes its height or its place when its rows come', async () => {
  const renderer = join(root, 'out', 'renderer');
  requireBuild(join(renderer, 'index.html'));
  const server = createServer(sirv(renderer, { dev: true }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript((values) => {
      const early = ['app.read', 'overview.read', 'keptTexts.read'];
      const failure = { code: 'REQUEST_UNKNOWN', facts: { name: '' }, lastLogLines: [] };
      let isHeld = true;
      window.addEventListener('hold', () => (isHeld = true));
      window.addEventListener('rows', () => (isHeld = false));
      const invoke = async (name: string) => {
        if (isHeld && !early.includes(name))
          await new Promise((resolve) => window.addEventListener('rows', resolve, { once: true }));
        return name in values
          ? { ok: true, value: (values as Record<string, unknown>)[name] }
          : { ok: false, failure };
      };
      Object.assign(window, { deltadesk: { on: () => () => {}, invoke } });
    }, answers);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const boxes = () =>
      page.locator('main .panel[aria-label], main .dashboard-tools').evaluateAll((all) =>
        all.map((one) => {
          const { top, height } = one.getBoundingClientRect();
          const name = one.getAttribute('aria-label') ?? one.className;
          return `${name}: at ${Math.round(top)}, ${Math.round(height)} high`;
        }),
      );
    for (const [path, shown] of [
      // First, because the checks run at launch.
      ['/diagnostics', 'Answer 15'],
      ['/quality', 'silver.table_1'],
      ['/export', 'p11'],
      ['/dashboard', 'Top 10 products'],
    ] as const) {
      await page.evaluate((hash) => {
        window.dispatchEvent(new Event('hold'));
        window.location.hash = hash;
      }, path);
      await expect(page.locator('main .panel-notice').first()).toBeVisible();
      const before = await boxes();
      await page.evaluate(() => window.dispatchEvent(new Event('rows')));
      await expect(page.getByText(shown, { exact: true }).first()).toBeVisible({
        timeout: 10_000,
      });
      // Panels that were not there before have nothing to keep.
      expect((await boxes()).slice(0, before.length)).toEqual(before);
    }
  } finally {
    await browser.close();
    server.close();
  }
});
