import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toFailure } from '../contract/failure';
import { dataPaths } from '../settings/paths';
import { pidsWith, ServiceUnderTest } from './service-under-test';

let t: ServiceUnderTest;
beforeEach(() => (t = new ServiceUnderTest(dataPaths)));
afterEach(() => t.end());

const rounds = 14;

describe('a stop at any moment of a start', () => {
  it('leaves no process, and the service as it was', async () => {
    // Moments from before the spawn to some time after it runs, each a little later.
    for (let round = 0; round < rounds; round++) {
      const program = round % 2 === 0 ? 'ready-late' : 'spawns-grandchild';
      const spec = t.spec(program, [t.mark]);
      const start = t.service.start(spec).then(() => null, toFailure);
      await delay(round * 14 * Math.random());
      await t.service.stop();
      const failure = await start;
      expect([undefined, 'REQUEST_CANCELLED']).toContain(failure?.code);
      expect(t.service.status).toEqual({ state: 'stopped' });
      expect(pidsWith(t.mark)).toEqual([]);
    }
  }, 60_000);

  it('leaves no process when starts and stops come without waiting for each other', async () => {
    const spec = t.spec('ready-late');
    const calls: Promise<unknown>[] = [];
    for (let round = 0; round < 40; round++) {
      const isStart = Math.random() < 0.6;
      calls.push(isStart ? t.service.start(spec).catch(() => null) : t.service.stop());
      await delay(20 * Math.random());
    }
    await t.service.stop();
    await Promise.all(calls);
    expect(t.service.status).toEqual({ state: 'stopped' });
    expect(pidsWith(t.mark)).toEqual([]);
  }, 60_000);
});
