import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readZip } from '../archives/test-read-zip';
import { Lake } from '../delta/lake';
import { dataPaths } from '../settings/paths';
import { Settings } from '../settings/settings';
import type { BundlePlace } from './bundle-place';
import { Bundles } from './bundles';

const token = 'run-token-abcdefghijklmnop';
const environmentSecret = 'planted-in-the-environment';
const planted = [
  token,
  environmentSecret,
  'planted-in-a-log',
  'planted-in-settings',
  'planted-event',
];

let folder: string;
let place: BundlePlace;
let lake: Lake;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deltadesk-bundle-'));
  const paths = dataPaths(join(folder, 'data'));
  for (const each of [paths.run, paths.logs, paths.delta]) mkdirSync(each, { recursive: true });
  const control = { pid: 1, address: 'http://127.0.0.1:1', token };
  writeFileSync(paths.control, JSON.stringify(control));
  const line = `2026-11-21T10:00:00.000Z info app: ${homedir()}/x by ${userInfo().username}@${hostname()}`;
  writeFileSync(
    paths.log('app'),
    [
      `${line} http://127.0.0.1:1/#token=${token}`,
      'sasl.jaas.config=Plain required username="me" password="planted-in-a-log";',
      `the value alone: ${environmentSecret}`,
      'a line that stays',
      '',
    ].join('\n'),
  );
  writeFileSync(paths.log('broker'), 'older\n'.repeat(3_000));
  writeFileSync(
    paths.settings,
    'kafka:\n  mirrorGroup: planted-in-settings\n  saslPassword: planted-in-settings\n',
  );
  vi.stubEnv('KAFKA_SASL_PASSWORD', environmentSecret);
  const settings = await Settings.open({
    file: paths.settings,
    definitions: [
      {
        name: 'kafka.mirrorPassword',
        title: '',
        titleFr: '',
        kind: { type: 'text', pattern: '.*' },
        nullable: false,
        default: 'planted-in-settings',
        takesEffect: 'at once',
      },
    ],
    environment: {},
    flags: [],
  });
  lake = new Lake(paths.delta);
  place = {
    paths,
    version: '9.9.9',
    host: 'none',
    jarsFolder: folder,
    reading: {
      lake,
      runSql: async () => ({
        columns: [
          { name: 'logged_at', type: 'TIMESTAMP' },
          { name: 'message', type: 'VARCHAR' },
        ],
        rows: [['2026-11-21T10:00:00.000', 'Connected with password=planted-event']],
        rowCount: 1,
        tableVersions: {},
        committedAtMs: null,
        sql: '',
        parameters: {},
        elapsedMs: 1,
        isTruncated: false,
      }),
    },
    readDoctor: async () => ({ atMs: 0, dataFolder: paths.dataFolder, ok: true, checks: [] }),
    readSettings: () => settings.report(),
    readPipeline: () => null,
  };
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await lake.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('debug bundle', () => {
  it('holds none of the secrets that were planted, in no file and under no name', async () => {
    const bundles = new Bundles(place);
    const { bundleId, entries } = await bundles.prepare();
    const { file } = await bundles.save({ bundleId, to: null });
    const zip = readFileSync(file);
    const files = readZip(zip);
    const everything = [...files].map(([name, bytes]) => `${name}\n${bytes.toString()}`).join('\n');
    for (const secret of [...planted, homedir()]) {
      expect(everything, secret).not.toContain(secret);
      expect(zip.includes(secret), `${secret} in the zip itself`).toBe(false);
    }
    expect(everything).not.toMatch(new RegExp(`\\b${userInfo().username}\\b`));
    expect(everything).not.toMatch(new RegExp(`\\b${hostname()}\\b`));
    expect(everything).toContain('a line that stays');
    expect(everything).toContain('9.9.9');
    const app = entries.find(({ name }) => name === 'logs/app.log');
    expect(app?.removed).toMatchObject({ secret: 5, homeFolder: 1, userName: 1, computerName: 1 });
  });

  it('is saved exactly as it was listed, readable by its owner alone', async () => {
    const bundles = new Bundles(place);
    const bundle = await bundles.prepare();
    const { file, sizeBytes } = await bundles.save({ bundleId: bundle.bundleId, to: null });
    expect(file).toBe(join(place.paths.support, bundle.fileName));
    expect(statSync(file).size).toBe(sizeBytes);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    const files = readZip(readFileSync(file));
    expect([...files].map(([name, bytes]) => [name, bytes.length])).toEqual(
      bundle.entries.map(({ name, sizeBytes: size }) => [`deltadesk-support/${name}`, size]),
    );
    expect(bundle.entries.map(({ name }) => name)).toEqual([
      'contents.json',
      'versions.json',
      'settings.json',
      'doctor.json',
      'pipeline.json',
      'tables.json',
      'event-log.json',
      'logs/app.log',
      'logs/broker.log',
    ]);
    expect(files.get('deltadesk-support/logs/broker.log')?.toString()).toBe(
      'older\n'.repeat(2_000),
    );
  });

  it('is made although a source fails, with the reason in its place', async () => {
    const broken = { ...place, readDoctor: () => Promise.reject(new Error('no doctor')) };
    const bundles = new Bundles(broken);
    const { bundleId } = await bundles.prepare();
    const { file } = await bundles.save({ bundleId, to: null });
    const files = readZip(readFileSync(file));
    expect(files.get('deltadesk-support/doctor.json')?.toString()).toContain('no doctor');
  });

  it('is written to a folder that a person chose, as a zip file and never between the tables', async () => {
    const bundles = new Bundles(place);
    const { bundleId } = await bundles.prepare();
    const saved = await bundles.save({ bundleId, to: { folder, name: 'mine.zip' } });
    expect(readZip(readFileSync(saved.file)).size).toBe(9);
    for (const to of [
      { folder, name: 'settings.yaml' },
      { folder, name: '../x.zip' },
      { folder: join(folder, 'none'), name: 'x.zip' },
      { folder: 'relative', name: 'x.zip' },
      { folder: place.paths.delta, name: 'x.zip' },
    ]) {
      await expect(bundles.save({ bundleId, to }), to.name).rejects.toThrow(/EXPORT_PATH_/);
    }
  });

  it('is forgotten after some others', async () => {
    const bundles = new Bundles(place);
    const { bundleId } = await bundles.prepare();
    for (let more = 0; more < 3; more++) await bundles.prepare();
    expect(() => bundles.toDownloadable(bundleId)).toThrow(/REQUEST_INVALID/);
  });
});
