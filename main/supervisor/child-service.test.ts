import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failed, toFailure } from '../contract/failure';
import { dataPaths } from '../settings/paths';
import { isProcessAlive } from './process-identity';
import { usualRestartPolicy } from './restart-delay';
import { eventually, pidsWith, ServiceUnderTest } from './service-under-test';

const foreign = { bootstrapServers: null, expected: null, found: 'another' };

let t: ServiceUnderTest;
beforeEach(() => (t = new ServiceUnderTest(dataPaths)));
afterEach(async () => {
  await t.end();
  expect(pidsWith(t.mark)).toEqual([]);
});

const failureOf = (promise: Promise<unknown>) => promise.then(() => null, toFailure);
const pid = () => (t.service.status.state === 'running' ? t.service.status.pid : 0);

describe('a start', () => {
  it('resolves when the child is ready, not before', async () => {
    await t.service.start(t.spec('ready-late', ['200']));
    expect(t.lines).toEqual(['stdout: ready']);
    expect(t.states).toEqual(['starting', 'running']);
    expect(isProcessAlive(pid())).toBe(true);
  });

  it('leads a process group of its own, so that Ctrl-C in a terminal does not reach it', async () => {
    await t.service.start(t.spec('ready-late'));
    expect(() => process.kill(-pid(), 0)).not.toThrow();
  });

  it('fails with the last log lines when the child is not ready in time, and ends it', async () => {
    const spec = t.spec('never-ready');
    const readiness = { ...spec.readiness, deadlineMs: 3_000 };
    const failure = await failureOf(t.service.start({ ...spec, readiness }));
    expect(failure).toEqual({
      code: 'SERVICE_NOT_READY',
      facts: { service: 'broker', deadlineMs: 3_000, reason: 'it has not said that it is ready' },
      lastLogLines: ['waiting for something that never comes'],
    });
    expect(t.service.status).toEqual({ state: 'failed', failure });
    expect(pidsWith(t.mark)).toEqual([]);
  });

  it('fails at once, with its last words, when the child ends before it is ready', async () => {
    const failure = await failureOf(t.service.start(t.spec('dies-at-once')));
    expect(failure).toMatchObject({
      code: 'SERVICE_EXITED',
      facts: { service: 'broker', exitCode: 7, signal: null },
    });
    expect([...failure!.lastLogLines].sort()).toEqual([
      'reading the configuration',
      'the configuration has no name',
    ]);
    expect(t.states).toEqual(['starting', 'failed']);
  });

  it.each([
    ['a program that is not there', { command: '/nowhere/java' }, /ENOENT/],
    ['a file that may not be run', { command: __filename }, /EACCES/],
    ['a working folder that is not there', { workingFolder: '/nowhere' }, /ENOENT/],
  ])('names the command of %s', async (_, changes, reason) => {
    const spec = t.spec('ready-late', [], changes);
    const failure = await failureOf(t.service.start(spec));
    expect(failure?.code).toBe('SERVICE_COMMAND_FAILED');
    expect(failure?.facts).toMatchObject({ service: 'broker', command: spec.command });
    expect(failure?.facts['reason']).toMatch(reason);
  });

  it('ends the child when the probe finds that waiting is hopeless', async () => {
    const spec = t.spec('never-ready');
    const probe = () => Promise.reject(failed('KAFKA_CLUSTER_FOREIGN', foreign));
    const failure = await failureOf(
      t.service.start({ ...spec, readiness: { ...spec.readiness, probe } }),
    );
    expect(failure).toMatchObject({ code: 'KAFKA_CLUSTER_FOREIGN', facts: { found: 'another' } });
    expect(pidsWith(t.mark)).toEqual([]);
  });

  it('is joined by a second one, and left alone once the service runs', async () => {
    await Promise.all([
      t.service.start(t.spec('ready-late')),
      t.service.start(t.spec('ready-late')),
    ]);
    await t.service.start(t.spec('ready-late'));
    expect(pidsWith(t.mark)).toEqual([pid()]);
    expect(t.states).toEqual(['starting', 'running']);
  });

  it('works again after a failed one, with the log lines of the new attempt alone', async () => {
    await failureOf(t.service.start(t.spec('dies-at-once')));
    const failure = await failureOf(t.service.start(t.spec('dies-at-once')));
    expect(failure?.lastLogLines).toHaveLength(2);
    await t.service.start(t.spec('ready-late'));
    expect(t.service.status.state).toBe('running');
  });
});

describe('a child that ends by itself', () => {
  it('is started again until it lives, each time a new process', async () => {
    await t.end();
    t = new ServiceUnderTest(dataPaths, { ...usualRestartPolicy, firstDelayMs: 20 });
    const file = join(t.data.folder, 'starts');
    await t.service.start(t.spec('dies-twice-then-lives', [file]));
    const pids = [pid()];
    for (const start of [1, 2]) {
      writeFileSync(`${file}.${start}`, '');
      await eventually('another process', () => pid() > 0 && !pids.includes(pid()));
      pids.push(pid());
    }
    const backingOff = t.statuses.filter((status) => status.state === 'backingOff');
    expect(backingOff).toMatchObject([
      { attempt: 2, failure: { code: 'SERVICE_EXITED', facts: { exitCode: 3 } } },
      { attempt: 3, failure: { lastLogLines: ['start 2', 'ready'] } },
    ]);
    const again = ['backingOff', 'starting', 'running'];
    expect(t.states).toEqual(['starting', 'running', ...again, ...again]);
  });

  it('is not started again when a stop comes in between, which takes no time', async () => {
    await t.service.start(t.spec('ready-late'));
    process.kill(pid(), 'SIGKILL');
    await eventually('backing off', () => t.service.status.state === 'backingOff');
    await t.service.stop();
    expect(t.states.slice(-2)).toEqual(['backingOff', 'stopped']);
  });

  it('takes its group along', async () => {
    const spec = t.spec('spawns-grandchild');
    await t.service.start({ ...spec, args: [...spec.args, t.mark] });
    process.kill(pid(), 'SIGKILL');
    await eventually('backing off', () => t.service.status.state === 'backingOff');
    expect(pidsWith(t.mark)).toEqual([]);
  });
});

describe('what is written down', () => {
  it('is the run file while the child lives, readable by its user alone', async () => {
    const file = t.data.paths.runFile('broker');
    const spec = t.spec('ready-late');
    await t.service.start(spec);
    await eventually('the run file is there', () => existsSync(file));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      pid: pid(),
      processGroup: pid(),
      command: [spec.command, ...spec.args],
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await t.service.stop();
    expect(existsSync(file)).toBe(false);
  });

  it('is every line of a flood, in order, also to the listener', async () => {
    const count = 50_000;
    await t.service.start(t.spec('floods-stdout', [String(count)]));
    await t.service.stop();
    await t.service.close();
    expect(t.lines).toHaveLength(count + 1);
    const isInOrder = (line: string, index: number) =>
      line === `stdout: ${index + 1} ${'x'.repeat(100)} é`;
    expect(t.lines.slice(0, count).every(isInOrder)).toBe(true);
    const log = readFileSync(t.data.paths.log('broker'), 'utf8');
    expect(log.match(/^\S+Z \d+ x{100} é$/gm)).toHaveLength(count);
  });
});

describe('temporary files', () => {
  it('of a killed child are gone at its next start, and the folder after the last one', async () => {
    const { temporaryFolder, ...spec } = t.spec('ready-late');
    mkdirSync(temporaryFolder, { recursive: true });
    const file = join(temporaryFolder, 'libsnappyjava.so');
    writeFileSync(file, 'left by a start of an earlier day');
    await t.service.start({ ...spec, temporaryFolder });
    expect(readdirSync(temporaryFolder)).toEqual([]);
    writeFileSync(file, 'left by a child that is killed');
    const old = pid();
    process.kill(old, 'SIGKILL');
    await eventually('started again', () => pid() > 0 && pid() !== old);
    expect(readdirSync(temporaryFolder)).toEqual([]);
    await t.service.stop();
    expect(existsSync(temporaryFolder)).toBe(false);
  });
});
