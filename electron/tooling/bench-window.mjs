#!/usr/bin/env node
// Measures the window in Chromium against the browser host of the build in out/:
// `node electron/tooling/bench-window.mjs [--rate 1000] [--seconds 60] [--rows 1000000] [--json file]`
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { makeBigTable } from './bench-window/big-table.mjs';
import { findChromium } from './bench-window/find-chromium.mjs';
import { measureFlow } from './bench-window/measure-flow.mjs';
import { measureScroll } from './bench-window/measure-scroll.mjs';
import { measureUsable } from './bench-window/measure-usable.mjs';
import { printReport, toRows } from './bench-window/report.mjs';

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '60' },
    rows: { type: 'string', default: '1000000' },
    launches: { type: 'string', default: '5' },
    only: { type: 'string', default: 'flow,usable,scroll' },
    json: { type: 'string' },
  },
});
const wanted = new Set(values.only.split(','));
const dataFolder = mkdtempSync(join(tmpdir(), 'deltadesk-bench-window-'));
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox'],
});
try {
  const place = { browser, dataFolder };
  const report = {
    atUtc: new Date().toISOString(),
    cores: cpus().length,
    loadBefore: loadavg()[0],
  };
  if (wanted.has('scroll')) await makeBigTable(dataFolder, Number(values.rows));
  // First what starts the pipeline: a folder that never had a start shows its first screen.
  if (wanted.has('flow')) {
    const flow = { ratePerSecond: Number(values.rate), seconds: Number(values.seconds) };
    report.flow = await measureFlow(place, flow);
  }
  if (wanted.has('usable'))
    report.usable = await measureUsable(place, { launches: Number(values.launches) });
  if (wanted.has('scroll')) report.scroll = await measureScroll(place);
  report.loadAfter = loadavg()[0];
  const rows = toRows(report);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ ...report, rows }, null, 2)}\n`);
  printReport(report, rows);
} finally {
  await browser.close();
  rmSync(dataFolder, { recursive: true, force: true });
}
