import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isProcessAlive } from '../supervisor/process-identity';
import { TestProgram } from './test-program';

let place: TestProgram;
beforeEach(() => void (place = new TestProgram()));
afterEach(() => place.close());

describe('the window in a browser', () => {
  it.each([0, 400])(
    'is ended by Ctrl-C %i ms after its address, without a word of alarm',
    async (ms) => {
      const child = place.start(['app', '--host', 'browser', '--idle']);
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

describe('deltadesk with the real pipeline', () => {
  /** Until the product itself tells that a start has come so far. */
  const moments: readonly (readonly [string, (sinceMs: number) => boolean])[] = [
    ['after 50 ms', (sinceMs) => Date.now() >= sinceMs + 50],
    ['after 400 ms', (sinceMs) => Date.now() >= sinceMs + 400],
    ['with a broker', () => place.runFiles().includes('broker.json')],
    ['with a broker and a job', () => place.runFiles().includes('streamingJob.json')],
    ['as soon as it runs', () => / pipeline: running$/m.test(place.log())],
  ];

  it('leaves nothing wherever a start is interrupted by Ctrl-C', async () => {
    for (const [moment, isNow] of moments) {
      const child = place.start(['app', '--host', 'none']);
      const seen = new Set<number>();
      for (const sinceMs = Date.now(); !isNow(sinceMs); await delay(20)) {
        expect({ moment, exitCode: child.exitCode }).toEqual({ moment, exitCode: null });
        for (const pid of place.servicePids()) seen.add(pid);
      }
      for (const pid of place.servicePids()) seen.add(pid);
      child.kill('SIGINT');
      // A terminal's Ctrl-C may come twice: once from it, once from a wrapper.
      child.kill('SIGINT');
      await once(child, 'close');
      const left = { alive: [...seen].filter(isProcessAlive), files: place.runFiles() };
      expect({ moment, ...left }).toEqual({ moment, alive: [], files: [] });
    }
  });

  it('starts, reads, refuses a second instance, stops; a foreign listener survives', async () => {
    // Whoever holds 9092, a listener of this test or another program: the broker goes elsewhere.
    const foreign = createServer().on('error', () => undefined);
    const listening = once(foreign, 'listening').catch(() => null);
    foreign.listen(9092, '127.0.0.1');
    await Promise.race([listening, once(foreign, 'error').catch(() => null)]);

    const started = await place.run(['start', '--json']);
    expect(started.stderr).toBe('');
    const { pid, address } = JSON.parse(started.stdout) as { pid: number; address: string };
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=.{20,}$/);
    expect(place.log()).toMatch(/Port 9092 .*; using 9\d92\./);

    const [second, lag, status] = await Promise.all([
      place.run(['run', '--count', '1']),
      place.json('lag') as Promise<{ partitions: unknown[] }>,
      place.json('status'),
    ]);
    expect(second).toMatchObject({ code: 1 });
    expect(second.stderr).toContain(`Process ${pid} holds`);
    expect(lag.partitions).toHaveLength(3);
    expect(status).toMatchObject({ running: true, pipeline: { state: 'running' } });
    const services = place.servicePids();
    expect(services).toHaveLength(2);
    const again = await place.run(['start', '--set', 'streaming.memoryMb=900', '--json']);
    expect(again.stderr).toMatch(
      /without effect: --set streaming\.memoryMb=900\. .*deltadesk stop/,
    );
    expect(JSON.parse(again.stdout)).toMatchObject({ pid });
    const mistyped = await place.run(['start', '--set', 'streaming.memoryMB=900']);
    expect(mistyped).toMatchObject({ code: 1, stdout: '' });
    expect(mistyped.stderr).toMatch(/streaming\.memoryMB.*streaming\.memoryMb/s);

    expect(await place.run(['stop'])).toMatchObject({ code: 0 });
    expect([pid, ...services].filter(isProcessAlive)).toEqual([]);
    expect(place.runFiles()).toEqual([]);

    // The tables can be read while nothing runs.
    const [read, ledger, aggregates] = await Promise.all([
      place.json('sql', 'SELECT count(*) AS sales FROM silver.ventes_clean') as Promise<SqlAnswer>,
      place.json('verify'),
      place.json('verify', '--aggregates'),
    ]);
    expect(read.columns).toEqual([{ name: 'sales', type: 'BIGINT' }]);
    expect(Number(read.rows[0]![0])).toBeGreaterThan(0);
    expect(Object.keys(read.tableVersions)).toEqual(['silver.ventes_clean']);
    expect(ledger).toMatchObject({ ok: true });
    expect(aggregates).toMatchObject({ ok: true, pack: 'sales' });
    foreign.close();
  });

  it('runs twice in one folder, each summary its own; an unfit Java makes way for a fit one', async () => {
    const java = join(place.folder, 'java');
    writeFileSync(java, '#!/bin/sh\necho \'openjdk version "11.0.2"\' >&2\n', { mode: 0o755 });
    for (const environment of [{}, { DELTADESK_JAVA: java }]) {
      const run = ['run', '--count', '200', '--rate', '1000', '--json'];
      const ended = await place.run(run, environment);
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

interface SqlAnswer {
  readonly columns: readonly unknown[];
  readonly rows: readonly (readonly unknown[])[];
  readonly tableVersions: Readonly<Record<string, number>>;
}
