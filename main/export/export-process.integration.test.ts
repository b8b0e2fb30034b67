import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PartialFolder } from './partial-folder';
import type { TestExporter } from './test-exporter';
import { items, openWith, rowsFrom, sha256 } from './test-items';

const root = join(__dirname, '..', '..');

describe('an export in a process of its own', () => {
  let bundle: string;
  let place: TestExporter;
  beforeAll(async () => {
    bundle = mkdtempSync(join(tmpdir(), 'deltadesk-bundle-'));
    await build({
      configFile: false,
      logLevel: 'silent',
      root: __dirname,
      build: {
        ssr: join(__dirname, 'test-export-process.ts'),
        outDir: bundle,
        rolldownOptions: {
          external: [/^@duckdb\//],
          output: { format: 'cjs', entryFileNames: 'export.cjs' },
        },
      },
      ssr: { noExternal: true, external: ['@duckdb/node-api'] },
    });
    place = await openWith(150_000);
  });
  afterAll(() => {
    place.close();
    rmSync(bundle, { recursive: true, force: true });
  });

  function start(folder: string, environment: NodeJS.ProcessEnv = {}) {
    const order = {
      lakeFolder: place.lake.folder,
      packFolder: place.packFolder,
      dataFolder: place.lake.root,
      request: { subject: items, folder },
    };
    return spawn(process.execPath, [join(bundle, 'export.cjs'), JSON.stringify(order)], {
      env: { ...process.env, NODE_PATH: join(root, 'node_modules'), ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }
  async function run(folder: string, environment: NodeJS.ProcessEnv = {}): Promise<string> {
    const child = start(folder, environment);
    let printed = '';
    child.stdout.on('data', (part: Buffer) => (printed += part.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    expect(code).toBe(0);
    return printed;
  }

  it('writes the same bytes whatever the culture and the clock of the machine', async () => {
    const environments = ['fr_FR.UTF-8', 'de_DE.UTF-8', 'tr_TR.UTF-8', 'C'].map((locale, at) => ({
      LANG: locale,
      LC_ALL: locale,
      TZ: ['Europe/Paris', 'Asia/Kolkata', 'America/New_York', 'UTC'][at],
    }));
    const hashes = new Set<string>();
    for (const environment of environments) hashes.add(await run(place.target, environment));
    expect(hashes.size).toBe(1);
  });

  it('killed at twenty moments, the target is the old file or the new one', async () => {
    const folder = join(place.target, 'killed');
    mkdirSync(folder);
    const target = join(folder, 'demo_items_v1.csv');
    const oldHash = await run(folder);
    const kept = join(place.target, 'old.csv');
    copyFileSync(target, kept);
    await place.lake.append('silver.items', { rows: rowsFrom(150_000, 10_000) });
    let wholeMs = 5_000;
    let killed = 0;
    let killedWhileWriting = 0;
    const newHash = await run(place.target);
    for (let round = 0; round < 60 && killed < 20; round++) {
      copyFileSync(kept, target);
      const startedAtMs = performance.now();
      const child = start(folder);
      const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
      await Promise.race([delay(wholeMs * (0.3 + 0.7 * Math.random())), closed]);
      child.kill('SIGKILL');
      const [, signal] = await closed;
      // One that was quicker than its kill tells how long the next may take.
      if (signal === 'SIGKILL') killed++;
      else wholeMs = Math.min(wholeMs, performance.now() - startedAtMs);
      const left = join(folder, '.deltadesk-partial');
      if (existsSync(left) && readdirSync(left).length > 0) killedWhileWriting++;
      expect([oldHash, newHash]).toContain(sha256(target));
    }
    expect(killed).toBe(20);
    expect(killedWhileWriting).toBeGreaterThan(3);
    expect(await run(folder)).toBe(newHash);
    expect(readdirSync(folder)).toEqual(['demo_items_v1.csv']);
  });

  it('a target that another program protects leaves the finished file beside it', async (context) => {
    const folder = join(place.target, 'protected');
    mkdirSync(join(folder, 'csv'), { recursive: true });
    const partial = await PartialFolder.open(join(folder, '.partial'));
    const target = join(folder, 'csv', 'items.csv');
    copyFileSync(join(place.target, 'demo_items_v1.csv'), target);
    const part = partial.newPart();
    copyFileSync(target, part);
    try {
      // The nearest that Linux has to a file that Windows holds open: rename answers EPERM.
      execFileSync('chattr', ['+i', target], { stdio: 'ignore' });
    } catch {
      return context.skip();
    }
    try {
      const kept = await partial.publish(part, target, folder, { retryMs: 600 });
      expect(kept).toMatch(/protected[\\/]items\.new-\d{6}\.csv$/);
      expect(existsSync(kept!)).toBe(true);
      expect(readdirSync(join(folder, 'csv'))).toEqual(['items.csv']);
    } finally {
      execFileSync('chattr', ['-i', target]);
    }
  });
});
