import { readServicePid } from './fixtures/leftovers';
import { expect, test } from './fixtures/running-test';

/*
 * Setup: a running pipeline whose broker is killed.
 * Result: within 10 s its card is not healthy any more and says what is done about it; the broker comes
 * back by itself, the pipeline is running again, and the card keeps what happened.
 */
test('a killed broker is on its card within ten seconds, and comes back', async ({
  running: { app, pipeline },
}) => {
  const card = pipeline.part('broker');
  await expect(card).toHaveAttribute('data-health', 'healthy');
  process.kill(readServicePid(app.dataFolder, 'broker'), 'SIGKILL');
  await expect(card).not.toHaveAttribute('data-health', 'healthy', { timeout: 10_000 });
  await expect(card).toContainText(/Attempt \d+ in \d+ s|Starting, attempt \d+/);
  await pipeline.expectState('running', 60_000);
  await expect(card).toHaveAttribute('data-health', 'healthy');
  await expect(card).toContainText(/Last error .*: Ended by itself\. .* Starts again in \d+ s\./);
});
