import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataPaths } from '../settings/paths';
import { isProcessAlive, readCommandLine, readProcessStart } from './process-identity';
import { endLeftovers, writeRunFile } from './run-files';
import { eventually, pidsWith, temporaryDataFolder } from './service-under-test';

let data: ReturnType<typeof temporaryDataFolder>;
let mark: string;
let runFile: string;
beforeEach(() => {
  data = temporaryDataFolder(dataPaths);
  mark = `mark-${randomUUID()}`;
  runFile = data.paths.runFile('broker');
});
afterEach(() => {
  for (const pid of pidsWith(mark)) process.kill(pid, 'SIGKILL');
  data.remove();
});

/** A process in a group of its own, as a killed control process leaves it, but deaf to its end. */
async function leftover(program: string) {
  const command = [process.execPath, join(__dirname, 'fixtures', `${program}.mjs`), mark];
  const child = spawn(command[0]!, command.slice(1), {
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let text = '';
  child.stdout.on('data', (piece) => (text += piece));
  await eventually('it is ready', () => /ready|alive/.test(text));
  return { pid: child.pid!, command };
}

/** Writes the run file with one fact changed. */
async function writeChanged(pid: number, command: string[], change: object): Promise<void> {
  await writeRunFile(runFile, pid, command);
  const noted = JSON.parse(readFileSync(runFile, 'utf8'));
  writeFileSync(runFile, JSON.stringify({ ...noted, ...change }));
}

describe('endLeftovers', () => {
  it('ends a leftover, forgets it and says so', async () => {
    const { pid, command } = await leftover('exits-143');
    await writeRunFile(runFile, pid, command);
    expect((await endLeftovers(data.paths)).map(({ message }) => message)).toEqual([
      `The broker of an earlier run, node (pid ${pid}), was still running and was ended.`,
    ]);
    expect(pidsWith(mark)).toEqual([]);
    expect(existsSync(runFile)).toBe(false);
  });

  it('kills a leftover with its group when it ignores SIGTERM', async () => {
    const { pid, command } = await leftover('spawns-grandchild');
    await writeRunFile(runFile, pid, command);
    const [ended] = await endLeftovers(data.paths, 200);
    expect(ended?.message).toMatch(/was still running and was killed\.$/);
    expect(pidsWith(mark)).toEqual([]);
  });

  it.each([
    ['start time', { startedAt: 'another boot/123' }],
    ['command', { command: ['java', 'kafka.Kafka'] }],
  ])('leaves a process of another %s alone, and forgets the file', async (_, change) => {
    const { pid, command } = await leftover('exits-143');
    await writeChanged(pid, command, change);
    expect(await endLeftovers(data.paths)).toEqual([]);
    expect(isProcessAlive(pid)).toBe(true);
    expect(existsSync(runFile)).toBe(false);
  });

  it.each([1, 0, -1])('never signals group %i, which is everybody or ourselves', async (group) => {
    const { pid, command } = await leftover('exits-143');
    await writeChanged(pid, command, { processGroup: group });
    expect(await endLeftovers(data.paths)).toEqual([]);
    expect(isProcessAlive(pid)).toBe(true);
  });

  it.each(['', '{"pid":', '{}', 'null'])('passes over a run file that says %o', async (text) => {
    writeFileSync(runFile, text);
    expect(await endLeftovers(data.paths)).toEqual([]);
    expect(existsSync(runFile)).toBe(false);
  });

  it('passes over a folder in the place of a run file', async () => {
    mkdirSync(runFile);
    expect(await endLeftovers(data.paths)).toEqual([]);
  });

  it('has nothing to say of a new data folder', async () => {
    expect(await endLeftovers(data.paths)).toEqual([]);
  });
});

describe('the identity of a process', () => {
  it('stays the same while it lives and differs from that of another', async () => {
    const { pid, command } = await leftover('exits-143');
    const start = await readProcessStart(pid);
    expect(start).toBe(await readProcessStart(pid));
    expect(start).not.toBe(await readProcessStart(process.pid));
    expect(await readCommandLine(pid)).toBe(command.join(' '));
  });

  it('is null for a process that has ended', async () => {
    const { pid } = await leftover('exits-143');
    process.kill(pid, 'SIGKILL');
    await eventually('it is gone', () => !isProcessAlive(pid));
    expect([await readProcessStart(pid), await readCommandLine(pid)]).toEqual([null, null]);
  });
});
