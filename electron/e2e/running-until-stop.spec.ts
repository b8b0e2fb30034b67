import { existsSync } from 'node:fs';
import { dataPaths } from '../../main/settings/paths';
import { isProcessAlive } from '../../main/supervisor/process-identity';
import { keepPicture } from './fixtures/keep-picture';
import { isListening, readPids } from './fixtures/leftovers';
import { runSql } from './fixtures/run-command';
import { expect, test } from './fixtures/running-test';

const revenueSql = 'SELECT sum(ca_total)::VARCHAR AS revenue FROM silver.ca_par_pays_segment';

/** Revenue by the command line with the version it was read at. */
async function storedRevenue(dataFolder: string) {
  const { rows, tableVersions } = await runSql(dataFolder, revenueSql);
  return {
    sum: String(rows[0]?.[0]),
    tableVersion: tableVersions['silver.ca_par_pays_segment'],
  };
}

/*
 * Setup: a running pipeline, which is stopped on the way; then the app is ended.
 * Result: every part is healthy and nothing is lost or doubled; the rate changes while it runs; the bars equal the tables to the cent
 * at the same table version, while it runs and after Stop; then no process, no port and no lock is
 * left.
 */
test('bars equal the tables until Stop and after it, and nothing is left', async ({
  running: { app, pipeline },
}, testInfo) => {
  const { page, dataFolder } = app;
  await pipeline.expectBars();
  for (const part of ['broker', 'topics', 'producer', 'streamingJob', 'query', 'tables'])
    await expect(pipeline.part(part)).toHaveAttribute('data-health', 'healthy');
  await pipeline.setRate(100);
  const dismiss = page.getByRole('button', { name: 'Dismiss' });
  if (await dismiss.isVisible()) await dismiss.click();
  for (const figure of ['ledger-lost', 'ledger-doubled'])
    await expect(page.getByTestId(figure)).toHaveText('0');
  await keepPicture(page, testInfo, 'pipeline');
  const services = readPids(dataFolder).filter((pid) => pid !== app.pid);
  expect(services.length, 'services with a run file').toBeGreaterThanOrEqual(2);
  const port = await pipeline.brokerPort();
  expect(await isListening(port)).toBe(true);

  // Slow enough for a question by the command line to fall between two commits.
  await pipeline.setRate(0.5);
  await expect(async () => {
    const stored = await storedRevenue(dataFolder);
    const { sum, tableVersion } = await pipeline.drawnRevenue();
    expect({ sum, tableVersion }).toEqual(stored);
  }).toPass({ timeout: 60_000, intervals: [100] });

  await pipeline.stop();
  await expect(async () => {
    const { sum, tableVersion } = await pipeline.drawnRevenue();
    expect({ sum, tableVersion }).toEqual(await storedRevenue(dataFolder));
  }).toPass({ timeout: 15_000 });
  expect(services.filter(isProcessAlive), 'services after Stop').toEqual([]);
  expect(await isListening(port), 'the broker listens after Stop').toBe(false);

  const last = await pipeline.drawnRevenue();
  await app.close();
  expect(existsSync(dataPaths(dataFolder).control), 'control.json after the end').toBe(false);
  expect(readPids(dataFolder), 'run files after the end').toEqual([]);
  expect(existsSync(dataPaths(dataFolder).lock), 'the lock after the end').toBe(false);
  const { sum, tableVersion } = last;
  expect(await storedRevenue(dataFolder)).toEqual({ sum, tableVersion });
});
