import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readProcessStart } from '../../supervisor/process-identity';
import { writeRunFile } from '../../supervisor/run-files';
import { placeUnderTest } from '../place-under-test';
import { judgeClock } from './clock';
import { judgeDisk } from './disk';
import { judgeMemory } from './memory';

let under: Awaited<ReturnType<typeof placeUnderTest>>;
beforeEach(async () => (under = await placeUnderTest()));
afterEach(() => under.close());

const gigabyte = 1024 ** 3;

describe('java', () => {
  it('runs the chosen Java and passes only a version that fits', async () => {
    const program = join(under.testLake.root, 'java');
    const answer = (version: string) =>
      writeFileSync(program, `#!/bin/sh\necho 'openjdk version "${version}"' >&2\n`);
    answer('21.0.1');
    chmodSync(program, 0o755);
    const environment = { DELTADESK_JAVA: program };
    expect(await under.ask('java', { environment })).toMatchObject({
      result: 'passed',
      answer: `Java 21.0.1 at ${program}`,
    });
  });
});

describe('machine', () => {
  it.each([
    [null, 'notRun'],
    [1.9, 'failed'],
    [2.1, 'warning'],
    [10, 'passed'],
  ])('judges %s GB of free disk as %s', (free, result) => {
    expect(judgeDisk(free === null ? null : free * gigabyte).result).toBe(result);
  });

  it.each([
    [4, 'warning'],
    [7.7, 'passed'],
  ])('judges %s GB of memory as %s', (total, result) => {
    expect(judgeMemory(total * gigabyte).result).toBe(result);
  });

  it.each([
    ['no record', null, 0, 'passed'],
    ['an old record', 0, 0, 'passed'],
    ['a record 4 min ahead', 10 * 60_000 + 4 * 60_000, 0, 'passed'],
    ['a record 6 min ahead', 10 * 60_000 + 6 * 60_000, 0, 'failed'],
    ['a jump', null, -2_000, 'failed'],
  ])('judges a clock with %s', (_, newestMs, driftMs, result) => {
    expect(judgeClock(10 * 60_000, driftMs, newestMs).result).toBe(result);
  });
});

describe('folders and ports', () => {
  it('makes what is missing, and tells why a folder cannot be written', async () => {
    expect(await under.ask('folders')).toMatchObject({ result: 'passed' });
    under.write('file', '');
    const paths = { ...under.place.paths, dataFolder: join(under.testLake.root, 'file') };
    expect(await under.ask('folders', { paths })).toMatchObject({
      result: 'failed',
      remedy: 'Choose another folder with --data-folder FOLDER.',
    });
  });

  it('names who holds the usual port, and knows our own', async () => {
    const foreign = createServer();
    foreign.listen(9092, '127.0.0.1');
    // Where somebody holds it already, that one is named.
    await once(foreign, 'listening').catch(() => undefined);
    expect(await under.ask('ports')).toMatchObject({
      result: 'warning',
      answer: expect.stringMatching(/^Port 9092 is held by .+; using 9\d92\.$/),
    });
    expect(await under.ask('ports', { brokerPort: 9092 })).toMatchObject({
      result: 'failed',
      answer: expect.stringContaining('9092'),
    });
    foreign.close();
    expect(await under.ask('ports', { bootstrapServers: '127.0.0.1:9192' })).toMatchObject({
      result: 'passed',
    });
  });

  it('warns of a temporary folder and of a holder that does not answer', async () => {
    expect(await under.ask('dataFolder')).toMatchObject({ result: 'warning' });
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
    try {
      const startedAt = await readProcessStart(child.pid!);
      under.write('run/instance.lock', JSON.stringify({ pid: child.pid, startedAt }));
      expect(await under.ask('dataFolder')).toMatchObject({
        result: 'failed',
        answer: expect.stringContaining(`Process ${child.pid} holds`),
      });
    } finally {
      child.kill();
    }
  });

  it('finds a service that an earlier run has left', async () => {
    expect(await under.ask('leftovers')).toMatchObject({ result: 'passed' });
    const args = ['-e', 'process.stdin.resume()'];
    const child = spawn(process.execPath, args);
    const ended = once(child, 'exit');
    try {
      const file = under.place.paths.runFile('broker');
      await writeRunFile(file, child.pid!, [process.execPath, ...args]);
      expect(await under.ask('leftovers')).toMatchObject({
        result: 'warning',
        answer: `broker (pid ${child.pid}) of an earlier run still lives.`,
      });
    } finally {
      child.kill();
    }
    await ended;
    expect(await under.ask('leftovers')).toMatchObject({ result: 'passed' });
  });
});
