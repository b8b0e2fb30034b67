import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dataPaths } from '../settings/paths';
import { endLeftovers } from './run-files';
import { eventually, pidsWith, ServiceUnderTest } from './service-under-test';

let bundleFolder: string;
let module: string;
beforeAll(async () => {
  bundleFolder = mkdtempSync(join(tmpdir(), 'deltadesk-bundle-'));
  module = await bundle(bundleFolder);
}, 60_000);
afterAll(() => rmSync(bundleFolder, { recursive: true, force: true }));

let t: ServiceUnderTest;
beforeEach(() => (t = new ServiceUnderTest(dataPaths)));
afterEach(() => t.end());

/** Our own supervisor as a program, as the control process runs it. */
async function bundle(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    root: __dirname,
    build: {
      ssr: join(__dirname, 'child-service.ts'),
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'child-service.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return pathToFileURL(join(folder, 'child-service.mjs')).href;
}

/** Starts a real control process, which starts the fixture; resolves when the service runs. */
async function controlProcess(program: string): Promise<number> {
  const { readiness: _notAsText, ...spec } = t.spec(program);
  const { run } = t.data.paths;
  const script = `
    import { ChildService } from ${JSON.stringify(module)};
    let isReady = false;
    const service = new ChildService('broker', {
      paths: { runFile: () => ${JSON.stringify(join(run, 'broker.json'))},
               log: () => ${JSON.stringify(t.data.paths.log('broker'))} },
      onStatus: () => undefined,
      onLine: (line) => { isReady ||= line === 'ready'; },
    });
    const probe = async () => { if (!isReady) throw new Error('not yet'); };
    await service.start({ ...${JSON.stringify(spec)},
      readiness: { probe, intervalMs: 10, deadlineMs: 15000 } });
    console.log('running');
    setInterval(() => undefined, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  parent.stdout.on('data', (piece) => (text += piece));
  await eventually('the service runs', () => text.includes('running') || parent.exitCode !== null);
  expect(parent.exitCode).toBeNull();
  return parent.pid!;
}

/** Pids of the service alone: the control process has the mark in its command line too. */
const servicePids = (parent: number) => pidsWith(t.mark).filter((pid) => pid !== parent);

describe('after a SIGKILL of the control process', () => {
  it.each(['ready-late', 'ignores-stop', 'exits-143'])(
    '%s ends with its stdin',
    async (program) => {
      const parent = await controlProcess(program);
      expect(servicePids(parent)).toHaveLength(1);
      process.kill(parent, 'SIGKILL');
      const killedAtMs = Date.now();
      await eventually('nothing is left', () => pidsWith(t.mark).length === 0);
      expect(Date.now() - killedAtMs).toBeLessThan(6_000);
    },
  );

  it('a service that is frozen then is ended by the next launch', async () => {
    const parent = await controlProcess('ready-late');
    const [pid = 0] = servicePids(parent);
    process.kill(pid, 'SIGSTOP');
    process.kill(parent, 'SIGKILL');
    await eventually('the control process is gone', () => !pidsWith(t.mark).includes(parent));
    const ended = await endLeftovers(t.data.paths, 200);
    expect(ended.map(({ message }) => message)).toEqual([
      `The broker of an earlier run, node (pid ${pid}), was still running and was killed.`,
    ]);
    expect(pidsWith(t.mark)).toEqual([]);
  });
});
