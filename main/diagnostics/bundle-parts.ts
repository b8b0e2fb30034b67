import { readdir, readFile } from 'node:fs/promises';
import { arch, cpus, freemem, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { toFailure } from '../contract/failure';
import { jarManifest } from '../contract/jar-manifest';
import { readTables } from '../reading/tables-report';
import type { BundlePlace } from './bundle-place';
import { lastLines } from './last-lines';

/** One file of a bundle before anything is taken out: text as it is, or a value that becomes JSON. */
export type BundlePart =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly value: unknown };

const logNames = ['app', 'broker', 'streamingJob', 'window'] as const;
const mostLogLines = 2_000;
const mostLogBytes = 1024 * 1024;
const mostEvents = 5_000;

/**
 * The files of a bundle. A source that fails leaves its reason in its place: what is broken is what
 * a bundle is made for.
 */
export async function readBundleParts(place: BundlePlace): Promise<BundlePart[]> {
  const sources: readonly (readonly [string, () => unknown])[] = [
    ['versions.json', () => readVersions(place)],
    ['settings.json', () => readSettings(place)],
    ['doctor.json', () => place.readDoctor()],
    ['pipeline.json', () => place.readPipeline() ?? { state: 'no instance lives' }],
    ['tables.json', () => readTables(place.reading.lake)],
    ['event-log.json', () => readEvents(place)],
  ];
  const parts: BundlePart[] = [];
  for (const [name, read] of sources) {
    parts.push({ name, value: await Promise.resolve().then(read).catch(toFailure) });
  }
  for (const name of logNames) {
    const text = await lastLines(join(place.paths.logs, `${name}.log`), mostLogLines, mostLogBytes);
    if (text !== null) parts.push({ name: `logs/${name}.log`, text });
  }
  return parts;
}

/** Of the product, of what it runs in, and of every jar. */
async function readVersions({ version, host, jarsFolder }: BundlePlace) {
  const { node, electron = null, v8 } = process.versions;
  const system = { platform: platform(), release: release(), architecture: arch() };
  const machine = { cores: cpus().length, memoryBytes: totalmem(), freeMemoryBytes: freemem() };
  return { deltadesk: version, host, node, electron, v8, system, machine, jars: await readJars() };

  async function readJars() {
    const files = (await readdir(jarsFolder).catch(() => [])).filter((name) =>
      name.endsWith('.manifest.json'),
    );
    const entries = files.map(async (file) => {
      const text = await readFile(join(jarsFolder, file), 'utf8');
      const manifest = jarManifest.parse(JSON.parse(text));
      return [file.replace('.manifest.json', ''), manifest.files.map(({ name }) => name)] as const;
    });
    return Object.fromEntries(await Promise.all(entries));
  }
}

/** What holds, and why; texts of the settings themselves are in the product. */
function readSettings({ readSettings: read }: BundlePlace) {
  const { file, settings, problems } = read();
  const values = settings.map(({ name, value, source, waiting }) => [
    name,
    { value, source, ...(waiting ? { running: waiting.running } : {}) },
  ]);
  return { file, settings: Object.fromEntries(values), problems };
}

/** Oldest first, as the logs are. */
async function readEvents({ reading }: BundlePlace) {
  const sql = `SELECT * FROM (SELECT * FROM ops.event_log ORDER BY logged_at DESC LIMIT ${mostEvents}) ORDER BY logged_at`;
  const { columns, rows } = await reading.runSql({ sql, rowLimit: mostEvents, timeoutMs: 30_000 });
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at]])));
}
