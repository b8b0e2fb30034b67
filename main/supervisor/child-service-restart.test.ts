import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failed, toFailure } from '../contract/failure';
import { dataPaths } from '../settings/paths';
import { usualRestartPolicy } from './restart-delay';
import { eventually, pidsWith, ServiceUnderTest } from './service-under-test';

const foreign = { bootstrapServers: null, expected: null, found: 'another' };

const policy = { ...usualRestartPolicy, firstDelayMs: 10, longestDelayMs: 20, mostRestarts: 3 };
let t: ServiceUnderTest;
let file: string;
beforeEach(() => {
  t = new ServiceUnderTest(dataPaths, policy);
  file = join(t.data.folder, 'starts');
});
afterEach(async () => {
  await t.end();
  for (const pid of pidsWith(t.mark)) process.kill(pid, 'SIGKILL');
});

const failureOf = (promise: Promise<unknown>) => promise.then(() => null, toFailure);
const pid = () => (t.service.status.state === 'running' ? t.service.status.pid : 0);
const runsAnew = (old: number) => () => pid() > 0 && pid() !== old;

describe('a service that was lost', () => {
  it('is started again after a restart that was late, and after one that died', async () => {
    const spec = t.spec('lives-as-listed', [file, 'ready,never,dies,ready']);
    const readiness = { ...spec.readiness, deadlineMs: 1_000 };
    await t.service.start({ ...spec, readiness });
    const old = pid();
    process.kill(old, 'SIGKILL');
    await eventually('the fourth process runs', runsAnew(old));
    const lost = t.statuses.filter((status) => status.state === 'backingOff');
    expect(lost.map(({ attempt, failure }) => [attempt, failure.code])).toEqual([
      [2, 'SERVICE_EXITED'],
      [3, 'SERVICE_NOT_READY'],
      [4, 'SERVICE_EXITED'],
    ]);
    expect(lost[2]?.failure).toMatchObject({ facts: { exitCode: 3 }, lastLogLines: ['start 3'] });
    expect(t.states).not.toContain('failed');
    expect(pidsWith(t.mark)).toEqual([pid()]);
  });

  it('is given up when it keeps failing, and can be started again by hand', async () => {
    await t.service.start(t.spec('lives-as-listed', [file, 'ready,dies,dies,dies,ready']));
    process.kill(pid(), 'SIGKILL');
    await eventually('it is given up', () => t.service.status.state === 'failed');
    expect(t.service.status).toMatchObject({
      failure: {
        code: 'SERVICE_KEEPS_FAILING',
        facts: { service: 'broker', attempts: 4 },
        lastLogLines: ['start 4'],
      },
    });
    expect(pidsWith(t.mark)).toEqual([]);
    expect(existsSync(t.data.paths.runFile('broker'))).toBe(false);
    await t.service.start(t.spec('lives-as-listed', [file, 'ready']));
    expect(t.statuses.slice(-2)).toMatchObject([{ attempt: 1 }, { state: 'running' }]);
  });

  it('fails at once when its restart is hopeless', async () => {
    const spec = t.spec('lives-as-listed', [file, 'ready']);
    let asked = 0;
    const probe = async (signal: AbortSignal) => {
      await spec.readiness.probe(signal);
      if ((asked += 1) > 1) throw failed('KAFKA_CLUSTER_FOREIGN', foreign);
    };
    await t.service.start({ ...spec, readiness: { ...spec.readiness, probe } });
    process.kill(pid(), 'SIGKILL');
    await eventually('it has failed', () => t.service.status.state === 'failed');
    expect(t.service.status).toMatchObject({ failure: { code: 'KAFKA_CLUSTER_FOREIGN' } });
    expect(pidsWith(t.mark)).toEqual([]);
  });

  it('is joined by a start that comes while it waits', async () => {
    await t.service.start(t.spec('lives-as-listed', [file, 'ready']));
    const old = pid();
    process.kill(old, 'SIGKILL');
    await eventually('backing off', () => t.states.includes('backingOff'));
    await t.service.start(t.spec('lives-as-listed', [file, 'ready']));
    expect(runsAnew(old)()).toBe(true);
    expect(pidsWith(t.mark)).toEqual([pid()]);
  });

  it('is started once by a start after a stop, not again by the restart that was due', async () => {
    await t.end();
    t = new ServiceUnderTest(dataPaths, { ...policy, firstDelayMs: 150, longestDelayMs: 150 });
    file = join(t.data.folder, 'starts');
    await t.service.start(t.spec('lives-as-listed', [file, 'ready']));
    process.kill(pid(), 'SIGKILL');
    await eventually('backing off', () => t.service.status.state === 'backingOff');
    const dueAtMs = Date.now() + 150;
    await t.service.stop();
    await t.service.start(t.spec('ready-late', ['300']));
    expect(Date.now()).toBeGreaterThan(dueAtMs);
    expect(pidsWith(t.mark)).toEqual([pid()]);
  });

  it('tells a waiting start why, when it keeps failing', async () => {
    await t.service.start(t.spec('lives-as-listed', [file, 'ready,dies']));
    process.kill(pid(), 'SIGKILL');
    await eventually('backing off', () => t.states.includes('backingOff'));
    const failure = await failureOf(t.service.start(t.spec('lives-as-listed', [file, 'ready'])));
    expect(failure?.code).toBe('SERVICE_KEEPS_FAILING');
  });

  it('hears no more of its old process, though somebody holds that one’s pipes', async () => {
    const talk = join(t.data.folder, 'talk');
    await t.service.start(t.spec('leaves-a-talker', [talk]));
    const saidBy = (talker: string) => t.lines.filter((line) => line.endsWith(`talk ${talker}`));
    await eventually('it talks', () => t.lines.some((line) => line.includes('talk')));
    const talker = /talk (\d+)/.exec(t.lines.join('\n'))![1]!;
    const old = pid();
    process.kill(old, 'SIGKILL');
    await eventually('a new process runs', runsAnew(old));
    const heard = saidBy(talker).length;
    const written = () => readFileSync(talk, 'utf8').split(`${talker}\n`).length;
    const before = written();
    await eventually('the old one talks on', () => written() > before + 20);
    expect(saidBy(talker)).toHaveLength(heard);
  });
});
