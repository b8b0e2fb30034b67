import { readServicePid } from './fixtures/leftovers';
import { expect, test } from './fixtures/running-test';

/*
 * Setup: a running pipeline whose broker is killed.
 * Result: within 10 s its card is not healthy any more and says what is done about it; the broker comes
 * back by itself, the pipeline is running again, and the card keeps what happened. The desktop's tray
 * has shown the start and shows the trouble, each by a picture of its own, and its menu names it.
 */
test('a killed broker is on its card within ten seconds, and comes back', async ({
  running: { app, pipeline },
  door,
}) => {
  const card = pipeline.part('broker');
  await expect(card).toHaveAttribute('data-health', 'healthy');
  const before = await app.readTray();
  expect(before === null).toBe(door === 'browser');
  if (before !== null) {
    expect(before.states).toContain('Starting');
    expect(before.states.at(-1)).toMatch(/Running|Degraded/);
    // Starting and running; the picture of stopped was drawn before.
    expect(before.pictures.length).toBeGreaterThanOrEqual(2);
    expect(new Set(before.pictures).size).toBe(before.pictures.length);
  }

  process.kill(readServicePid(app.dataFolder, 'broker'), 'SIGKILL');
  await expect(card).not.toHaveAttribute('data-health', 'healthy', { timeout: 10_000 });
  await expect(card).toContainText(/Attempt \d+ in \d+ s|Starting, attempt \d+/);
  if (before !== null) {
    const since = async () => (await app.readTray())!.states.slice(before.states.length);
    await expect.poll(since).toContain('Degraded');
    const pictures = async () => new Set((await app.readTray())!.pictures).size;
    await expect.poll(pictures).toBeGreaterThanOrEqual(3);
  }
  await pipeline.expectState('running', 60_000);
  await expect(card).toHaveAttribute('data-health', 'healthy');
  await expect(card).toContainText(/Last error .*: Ended by itself\. .* Starts again in \d+ s\./);
});
