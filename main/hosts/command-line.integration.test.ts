import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rootFolder } from '../settings/installation';
import { isProcessAlive } from '../supervisor/process-identity';

const program = join(rootFolder, 'out', 'cli', 'deltadesk.cjs');
let folder: string;
let dataFolder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-command-line-'));
  dataFolder = join(folder, 'données de l’été');
});
afterEach(async () => {
  // A test that failed half-way must not leave its background instance behind.
  await run(['stop']);
  rmSync(folder, { recursive: true, force: true });
});

function start(args: string[], environment: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    env: { ...process.env, DELTADESK_DATA_FOLDER: dataFolder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a verb to its end. */
async function run(args: string[], environment: NodeJS.ProcessEnv = {}) {
  const child = start(args, environment);
  let stdout = '';
  let stderr = '';
  child.stdout!.on('data', (part: Buffer) => (stdout += part.toString()));
  child.stderr!.on('data', (part: Buffer) => (stderr += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  expect(stdout + stderr).not.toMatch(/^\s+at .+:\d+:\d+/m);
  return { code, stdout, stderr };
}

/** Pids that the run files name; empty when no service is noted. */
function servicePids(): number[] {
  const files = existsSync(join(dataFolder, 'run')) ? readdirSync(join(dataFolder, 'run')) : [];
  return files
    .filter((file) => ['broker.json', 'streamingJob.json'].includes(file))
    .flatMap((file) => {
      const pid = /"pid":(\d+)/.exec(readFileSync(join(dataFolder, 'run', file), 'utf8'))?.[1];
      return pid ? [Number(pid)] : [];
    });
}

describe('the window in a browser', () => {
  it.each([0, 400])(
    'is ended by Ctrl-C %i ms after its address, without a word of alarm',
    async (ms) => {
      const child = start(['app', '--host', 'browser', '--idle']);
      let said = '';
      let alarm = '';
      child.stdout!.on('data', (part: Buffer) => (said += part.toString()));
      child.stderr!.on('data', (part: Buffer) => (alarm += part.toString()));
      while (!said.includes('Deltadesk: http://127.0.0.1:')) await once(child.stdout!, 'data');
      await delay(ms);
      child.kill('SIGINT');
      expect(await once(child, 'close')).toEqual([0, null]);
      expect(said).toMatch(/Stopped\. Nothing is left running\.\n$/);
      expect(alarm).toBe('');
    },
  );
});

describe('deltadesk with wrong input', () => {
  it.each([
    [['bogus'], 2, /unknown command/],
    [['statsu'], 2, /Did you mean status/],
    [['help', 'statsu'], 2, /Did you mean status/],
    [['status', '--bogus'], 2, /unknown option/],
    [['run', '--count', 'many'], 2, /whole number from 1/],
    [['run', '--count', '5', '--for', '3s'], 2, /cannot be used with/],
    [['run', '--pack', 'nothing'], 1, /PACK_UNKNOWN/],
    [['start', '--pack', 'nothing'], 1, /PACK_UNKNOWN/],
    [['settings', '--reset'], 1, /name the setting/],
    [['lag'], 1, /deltadesk start/],
    [['sql', 'DROP TABLE silver.ventes_clean'], 1, /SQL_NOT_READ_ONLY|SQL_INVALID/],
    [['sql', 'SELECT 1; SELECT 2'], 1, /SQL_NOT_READ_ONLY/],
    [['run', '--data-folder', program], 1, /DATA_FOLDER_NOT_A_FOLDER/],
    [['start', '--data-folder', join(program, 'x')], 1, /DATA_FOLDER_NOT_A_FOLDER/],
    [['run', '--data-folder', '/proc/deltadesk'], 1, /DATA_FOLDER_DENIED/],
  ] as const)('%j ends with %i and says why', async (args, code, sentence) => {
    const ended = await run([...args]);
    expect(ended.code).toBe(code);
    expect(ended.stderr).toMatch(sentence);
  });

  it('prints a failure as one JSON object where JSON was asked for', async () => {
    const { code, stdout } = await run(['lag', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      failure: { code: 'CONTROL_NOT_RUNNING', fix: 'Run "deltadesk start" first.' },
    });
  });

  it('answers status, verify and stop where nothing has run', async () => {
    expect(JSON.parse((await run(['status', '--json'])).stdout)).toMatchObject({
      running: false,
      tables: [],
    });
    expect(JSON.parse((await run(['verify', '--json'])).stdout)).toMatchObject({ ok: true });
    expect(await run(['stop'])).toMatchObject({ code: 0, stdout: 'Nothing was running.\n' });
  });
});

describe('deltadesk with the real pipeline', () => {
  it('leaves nothing wherever a start is interrupted by Ctrl-C', async () => {
    for (const afterMs of [50, 400, 1_500, 4_000, 9_000]) {
      const child = start(['app', '--host', 'none']);
      const seen = new Set<number>();
      const endMs = Date.now() + afterMs;
      while (Date.now() < endMs) {
        for (const pid of servicePids()) seen.add(pid);
        await delay(20);
      }
      for (const pid of servicePids()) seen.add(pid);
      child.kill('SIGINT');
      // A terminal's Ctrl-C may come twice: once from it, once from a wrapper.
      child.kill('SIGINT');
      await once(child, 'close');
      expect([...seen].filter(isProcessAlive)).toEqual([]);
      expect(servicePids()).toEqual([]);
      expect(existsSync(join(dataFolder, 'run', 'instance.lock'))).toBe(false);
    }
  });

  it('starts, reads, refuses a second instance, stops; a foreign listener survives', async () => {
    // Whoever holds 9092, a listener of this test or another program: the broker goes elsewhere.
    const foreign = createServer().on('error', () => undefined);
    const listening = once(foreign, 'listening').catch(() => null);
    foreign.listen(9092, '127.0.0.1');
    await Promise.race([listening, once(foreign, 'error').catch(() => null)]);

    const started = await run(['start', '--json']);
    expect(started.stderr).toBe('');
    const { pid, address } = JSON.parse(started.stdout) as { pid: number; address: string };
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=.{20,}$/);
    const log = readFileSync(join(dataFolder, 'logs', 'app.log'), 'utf8');
    expect(log).toMatch(/Port 9092 .*; using 9\d92\./);

    const second = await run(['run', '--count', '1']);
    expect(second).toMatchObject({ code: 1 });
    expect(second.stderr).toContain(`Process ${pid} holds`);

    const lag = JSON.parse((await run(['lag', '--json'])).stdout) as { partitions: unknown[] };
    expect(lag.partitions).toHaveLength(3);
    const status = JSON.parse((await run(['status', '--json'])).stdout);
    expect(status).toMatchObject({ running: true, pipeline: { state: 'running' } });
    const services = servicePids();
    expect(services).toHaveLength(2);

    expect(await run(['stop'])).toMatchObject({ code: 0 });
    expect([pid, ...services].filter(isProcessAlive)).toEqual([]);
    expect(readdirSync(join(dataFolder, 'run')).filter((name) => /json|lock/.test(name))).toEqual(
      [],
    );

    // The tables can be read while nothing runs.
    const sql = 'SELECT count(*) AS sales FROM silver.ventes_clean';
    const read = JSON.parse((await run(['sql', sql, '--json'])).stdout);
    expect(read.columns).toEqual([{ name: 'sales', type: 'BIGINT' }]);
    expect(Number(read.rows[0][0])).toBeGreaterThan(0);
    expect(Object.keys(read.tableVersions)).toEqual(['silver.ventes_clean']);
    expect(JSON.parse((await run(['verify', '--json'])).stdout)).toMatchObject({ ok: true });
    const aggregates = await run(['verify', '--aggregates', '--json']);
    expect(JSON.parse(aggregates.stdout)).toMatchObject({ ok: true, pack: 'sales' });
    foreign.close();
  });

  it('runs twice in one folder, each summary its own; an unfit Java makes way for a fit one', async () => {
    const java = join(folder, 'java');
    writeFileSync(java, '#!/bin/sh\necho \'openjdk version "11.0.2"\' >&2\n', { mode: 0o755 });
    for (const environment of [{}, { DELTADESK_JAVA: java }]) {
      const ended = await run(['run', '--count', '200', '--rate', '200', '--json'], environment);
      expect({ environment, code: ended.code }).toEqual({ environment, code: 0 });
      expect(JSON.parse(ended.stdout)).toMatchObject({
        produced: 200,
        acknowledged: 200,
        bronze: 200,
        silver: 200,
        rejected: { parse: 0, schema: 0, rule: 0 },
        duplicates: 0,
        ledger: 'ok',
      });
    }
  });
});
