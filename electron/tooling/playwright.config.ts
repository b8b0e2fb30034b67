import { defineConfig } from '@playwright/test';
import type { DoorOptions } from '../e2e/fixtures/options';

/**
 * The same specs through both doors, on the built app. One worker: each test has a whole pipeline.
 * Waits are for states of the window; the times here only end what hangs.
 */
export default defineConfig<object, DoorOptions>({
  testDir: '../e2e',
  outputDir: '../../out/test-results/e2e',
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 240_000,
  expect: { timeout: 60_000 },
  reporter: 'list',
  projects: [
    { name: 'browser', use: { door: 'browser' }, testIgnore: /desktop-/ },
    {
      name: 'desktop',
      use: { door: 'desktop' },
      // A stand-in for the control center, and what only the browser host does.
      testIgnore: /page-states|hard-kill|browser-host/,
    },
  ],
});
