import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRecordValue } from './fixtures/read-record';
import { runDeltadesk, runSql } from './fixtures/run-command';
import { expect, test } from './fixtures/running-test';

/*
 * Setup: a running pipeline; a client of the test's own reads a record from the broker.
 * Result: the grid of Bronze finds it by partition and offset, and its panel shows field by field
 * what was sent; the export from the window has the bytes of the command line's.
 */
test('a record is in Bronze as it was sent, and an export is the same from both doors', async ({
  running: { app, pipeline, standStill },
}) => {
  const { page, dataFolder } = app;
  await standStill();
  const where = await runSql(
    dataFolder,
    `SELECT kafka_partition::INTEGER, kafka_offset::INTEGER FROM bronze.ventes_stream
     ORDER BY kafka_offset DESC LIMIT 1`,
  );
  const [partition, offset] = where.rows[0]!.map(Number) as [number, number];
  const port = await pipeline.brokerPort();
  const sent = JSON.parse(await readRecordValue(port, 'ventes_stream', partition, offset)) as {
    [field: string]: unknown;
  };

  const filter = [
    { column: 'kafka_partition', operator: 'equals', value: String(partition) },
    { column: 'kafka_offset', operator: 'equals', value: String(offset) },
  ];
  const address = `#/data/bronze/ventes_stream?filter=${encodeURIComponent(JSON.stringify(filter))}`;
  await page.evaluate((hash) => (window.location.hash = hash), address);
  await expect(page.getByTestId('row-count')).toContainText('1 row');
  const grid = page.getByRole('grid');
  await grid.focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Space');
  const panel = page.getByRole('complementary', { name: 'Record' });
  await panel.getByRole('button', { name: 'JSON', exact: true }).click();
  const shown = JSON.parse(await panel.locator('pre').innerText()) as { [field: string]: unknown };
  for (const [field, value] of Object.entries(sent)) {
    const isTime = typeof value === 'string' && !Number.isNaN(Date.parse(value)) && field in shown;
    if (isTime) expect(Date.parse(String(shown[field]))).toBe(Date.parse(value));
    else expect(String(shown[field]), field).toBe(String(value));
  }
  await page.keyboard.press('Escape');

  const folders = mkdtempSync(join(tmpdir(), 'deltadesk-exports-'));
  try {
    const byWindow = join(folders, 'window');
    const byTerminal = join(folders, 'terminal');
    await page.evaluate(() => (window.location.hash = '#/export'));
    await page.getByLabel('Folder').fill(byWindow);
    await page.getByRole('button', { name: 'Export Sales', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Sales exported' })).toBeVisible();
    await runDeltadesk(
      dataFolder,
      'export',
      'sales',
      '--to',
      byTerminal,
      '--create',
      '--format',
      'both',
    );
    const files = readdirSync(byWindow).filter((name) => name.endsWith('.csv'));
    expect(files).not.toEqual([]);
    expect(readdirSync(byTerminal)).toEqual(readdirSync(byWindow));
    for (const file of files) {
      const bytes = readFileSync(join(byWindow, file));
      expect(bytes.length).toBeGreaterThan(1_000);
      expect(bytes.equals(readFileSync(join(byTerminal, file))), file).toBe(true);
    }
  } finally {
    rmSync(folders, { recursive: true, force: true });
  }
});
