import { isProcessAlive } from '../../main/supervisor/process-identity';
import { readPids } from './fixtures/leftovers';
import { expect, test } from './fixtures/test';
import { PipelinePage } from './pages/pipeline-page';

// Nobody answers any more: neither the socket nor a part of the page that is loaded when needed.
test.use({
  expectedComplaint:
    /^WebSocket connection to .* failed|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET/,
});

/*
 * Setup: a running pipeline whose control process is killed without a word, page open.
 * Result: the services end by themselves within 6 s; the page says that the connection is lost, keeps
 * the last rows, marks them stale, and goes on trying.
 */
test('a killed control process leaves nothing, and the page says so', async ({ deltadesk }) => {
  const { page, dataFolder, pid } = deltadesk;
  const pipeline = new PipelinePage(page);
  await pipeline.start();
  await pipeline.expectBars();
  const pids = readPids(dataFolder);
  expect(pids.length).toBeGreaterThanOrEqual(3);

  process.kill(pid, 'SIGKILL');
  await expect.poll(() => pids.filter(isProcessAlive), { timeout: 6_000 }).toEqual([]);
  const band = page.getByRole('alert');
  await expect(band).toContainText(/Connection to Deltadesk lost, last data \d\d:\d\d:\d\d/);
  await expect(band).toContainText(/Next attempt in \d+ s/);
  await expect(page.getByText(/^Stale/).first()).toBeVisible();
  await pipeline.expectBars();
});
