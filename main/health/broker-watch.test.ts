import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { BrokerWatch } from './broker-watch';

/*
 * Setup: a watch on an address where somebody takes connections and never says a word.
 * Result: asked now, it answers anew; that one more question does not double the asking.
 */
it('asks at once when it is told to, and goes on asking once per turn', async () => {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let changes = 0;
  const watch = new BrokerWatch(
    'a',
    () => ({ endOffsets: null, atMs: null }) as never,
    () => (changes += 1),
  );
  try {
    await watch.checkNow();
    expect(changes, 'nothing runs: nobody is asked').toBe(0);
    watch.begin(`127.0.0.1:${(server.address() as AddressInfo).port}`, 'cluster');
    await Promise.all([watch.checkNow(), watch.checkNow()]);
    expect(changes, 'of three questions at once the newest counts').toBe(1);
    expect(watch.components[0]).toMatchObject({ component: 'broker' });
    expect(watch.components[0]!.health).not.toBe('healthy');
    expect(watch.components[0]!.atMs).not.toBeNull();
  } finally {
    await watch.end();
    server.close();
  }
});
