import { rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { toFailure } from '../contract/failure';
import { dataPaths } from '../settings/paths';
import { eventually, pidsWith, ServiceUnderTest } from './service-under-test';

const services: ServiceUnderTest[] = [];
const newService = () => {
  const t = new ServiceUnderTest(dataPaths);
  services.push(t);
  return t;
};
afterEach(async () => {
  await Promise.all(services.splice(0).map((t) => t.end()));
});

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'started',
    (error) => toFailure(error).code,
  );
const deaf = { stop: { stopLine: 'stop', askDeadlineMs: 20, termDeadlineMs: 20 } };

describe('a stop in the middle of a start', () => {
  it.each(['ignores-stop', 'dies-at-once'])(
    'leaves no process of %s at whatever moment, and ends as stopped or failed',
    async (program) => {
      const momentsMs = [-1, 0, ...Array.from({ length: 12 }, () => Math.random() * 250)];
      const ends = momentsMs.map(async (momentMs) => {
        const t = newService();
        const start = codeOf(t.service.start(t.spec(program, ['50'], deaf)));
        if (momentMs >= 0) await delay(momentMs);
        await t.service.stop();
        expect(pidsWith(t.mark), `stopped after ${momentMs} ms`).toEqual([]);
        // Only what had failed by itself before the stop came stays failed.
        const how = await start;
        const state = how === 'SERVICE_EXITED' ? 'failed' : 'stopped';
        expect(t.service.status.state, `stopped after ${momentMs} ms`).toBe(state);
        expect(['started', 'REQUEST_CANCELLED', 'SERVICE_EXITED']).toContain(how);
      });
      await Promise.all(ends);
    },
  );

  it('wins over a start of the same moment', async () => {
    const t = newService();
    const start = codeOf(t.service.start(t.spec('ready-late')));
    await t.service.stop();
    expect(await start).toBe('REQUEST_CANCELLED');
    expect(t.service.status.state).toBe('stopped');
    expect(pidsWith(t.mark)).toEqual([]);
  });
});

describe('what goes wrong beside', () => {
  it('is no reason to fail: a stop line to a process that has just died', async () => {
    const t = newService();
    await t.service.start(t.spec('ready-late'));
    process.kill(pidsWith(t.mark)[0]!, 'SIGKILL');
    await t.service.stop();
    expect(t.service.status.state).toBe('stopped');
  });

  it('is no reason to fail: a stop line to a process that has closed its stdin', async () => {
    const t = newService();
    const stop = { ...deaf.stop, termDeadlineMs: 15_000 };
    await t.service.start(t.spec('closes-stdin', [], { stop }));
    await t.service.stop();
    expect(t.states.at(-1)).toBe('stopped');
    expect(pidsWith(t.mark)).toEqual([]);
  });

  it('is no reason to fail: a run file that cannot be written', async () => {
    const t = newService();
    rmSync(t.data.paths.run, { recursive: true });
    writeFileSync(t.data.paths.run, 'a file where the folder should be');
    await t.service.start(t.spec('ready-late'));
    expect(t.service.status.state).toBe('running');
    await t.service.stop();
    expect(t.service.status.state).toBe('stopped');
  });

  it('is no reason to fail: a listener that throws', async () => {
    const t = newService();
    t.statuses.push = () => {
      throw new Error('a defect of the listener');
    };
    await t.service.start(t.spec('ready-late'));
    await eventually('the line was heard', () => t.lines.includes('stdout: ready'));
    await t.service.stop();
    expect(t.service.status.state).toBe('stopped');
  });
});
