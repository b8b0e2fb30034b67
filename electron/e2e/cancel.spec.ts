import { readPids } from './fixtures/leftovers';
import { expect, test } from './fixtures/test';
import { PipelinePage } from './pages/pipeline-page';

/*
 * Setup: an empty data folder; a start that is cancelled at its first visible step, then a quit.
 * Result: the pipeline is stopped, and no process is left (the fixture looks).
 */
test('Cancel in the middle of a start leaves nothing', async ({ deltadesk }) => {
  const pipeline = new PipelinePage(deltadesk.page);
  await pipeline.expectState('stopped');
  await pipeline.startStop.click();
  await pipeline.expectState('starting');
  await pipeline.cancel();
  await deltadesk.close();
  expect(readPids(deltadesk.dataFolder)).toEqual([]);
});
