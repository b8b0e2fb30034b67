import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toFailure } from '../contract/failure';
import { dataPaths } from '../settings/paths';
import { eventually, pidsWith, ServiceUnderTest } from './service-under-test';

let t: ServiceUnderTest;
beforeEach(() => (t = new ServiceUnderTest(dataPaths)));
afterEach(async () => {
  await t.end();
  expect(pidsWith(t.mark)).toEqual([]);
});

const failureOf = (promise: Promise<unknown>) => promise.then(() => null, toFailure);
const pid = () => (t.service.status.state === 'running' ? t.service.status.pid : 0);
/** Stop deadlines that are over at once, for children that do not heed what comes before. */
const deaf = { stop: { stopLine: 'stop', askDeadlineMs: 50, termDeadlineMs: 100 } };

describe('a stop', () => {
  it('asks by a line on stdin first', async () => {
    await t.service.start(t.spec('ready-late'));
    await t.service.stop();
    expect(t.lines.at(-1)).toBe('stdout: stopping in order');
    expect(t.states).toEqual(['starting', 'running', 'stopping', 'stopped']);
  });

  it('takes exit code 143 after SIGTERM for a graceful end', async () => {
    const stop = { ...deaf.stop, termDeadlineMs: 15_000 };
    await t.service.start(t.spec('exits-143', [], { stop }));
    await t.service.stop();
    expect(t.service.status).toEqual({ state: 'stopped' });
    // Lines are written in the background: the close waits for them.
    await t.service.close();
    expect(readFileSync(t.data.paths.log('broker'), 'utf8')).toContain('"exitCode":143');
  });

  it('kills what heeds neither the line nor SIGTERM, and waits for its real end', async () => {
    await t.service.start(t.spec('ignores-stop', [], deaf));
    await t.service.stop();
    expect(pidsWith(t.mark)).toEqual([]);
    // Lines are written in the background: the close waits for them.
    await t.service.close();
    expect(readFileSync(t.data.paths.log('broker'), 'utf8')).toContain('"signal":"SIGKILL"');
  });

  it('ends a child that is frozen', async () => {
    await t.service.start(t.spec('ready-late', [], deaf));
    process.kill(pid(), 'SIGSTOP');
    await t.service.stop();
    expect(pidsWith(t.mark)).toEqual([]);
  });

  it('ends grandchildren of the group too, though they ignore everything', async () => {
    const spec = t.spec('spawns-grandchild');
    await t.service.start({ ...spec, args: [...spec.args, t.mark] });
    expect(pidsWith(t.mark)).toHaveLength(2);
    await t.service.stop();
    expect(pidsWith(t.mark)).toEqual([]);
  });

  it('is joined by others, and harmless when nothing runs', async () => {
    await t.service.stop();
    await t.service.start(t.spec('exits-143', [], deaf));
    await Promise.all([t.service.stop(), t.service.stop(), t.service.stop()]);
    expect(t.states).toEqual(['starting', 'running', 'stopping', 'stopped']);
  });

  it('cancels a start at once, though the probe never comes back', async () => {
    const spec = t.spec('never-ready');
    const probe = () => new Promise<void>(() => undefined);
    const start = failureOf(
      t.service.start({ ...spec, readiness: { ...spec.readiness, probe, deadlineMs: 60_000 } }),
    );
    await eventually('the child says something', () => t.lines.length > 0);
    await t.service.stop();
    expect(await start).toMatchObject({ code: 'REQUEST_CANCELLED' });
    expect(t.states).toEqual(['starting', 'stopping', 'stopped']);
  });

  it('lets the start that follows it wait, and the stop that follows that one win', async () => {
    await t.service.start(t.spec('ready-late'));
    void t.service.stop();
    await t.service.start(t.spec('ready-late'));
    expect(t.service.status.state).toBe('running');
    void t.service.stop();
    const start = failureOf(t.service.start(t.spec('ready-late')));
    await t.service.stop();
    expect(await start).toMatchObject({ code: 'REQUEST_CANCELLED' });
    expect(t.service.status.state).toBe('stopped');
  });
});
