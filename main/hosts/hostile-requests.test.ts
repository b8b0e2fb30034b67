import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requests, type RequestName } from '../contract/api';
import type { ControlCenter } from '../control-center';
import { openCenter } from '../http-api/test-api-center';

/**
 * What a page that was taken over could ask for, at either door: both answer by the same function.
 * The data folder lies beside a secret that nobody may read, and in a folder that must stay as it is.
 */
const secret = 'secret-beside-the-data-folder';
let root: string;
let center: ControlCenter;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'deltadesk-hostile-'));
  mkdirSync(join(root, 'outside'));
  for (const name of ['secret.sql', 'secret.json', 'secret.csv', 'secret'])
    writeFileSync(join(root, 'outside', name), secret);
  center = await openCenter(join(root, 'data'), []);
});
afterAll(async () => {
  await center.shutdown();
  rmSync(root, { recursive: true, force: true });
});

const ask = (name: string, request: unknown) =>
  center.api.invoke(name as RequestName, request as never);
/** Names of all files outside of the data folder. */
const outside = () =>
  (readdirSync(root, { recursive: true }) as string[]).filter((path) => !path.startsWith('data'));

/** A path in each of its writings, with what each request would add to it. */
const paths = (): string[] => [
  '../outside/secret',
  '../../outside/secret',
  '..\\..\\outside\\secret',
  '%2e%2e/outside/secret',
  '....//outside/secret',
  join(root, 'outside', 'secret'),
  'C:\\Windows\\win.ini',
  '\\\\server\\share\\secret',
  '//server/share/secret',
  'file:///etc/passwd',
  'secret\0.sql',
  '/dev/stdin',
  'CON',
  '.',
  '..',
  '',
  'a'.repeat(50_000),
];

/** Every place of a request that names something which is, or could be taken for, a file. */
const named: readonly (readonly [RequestName, (path: string) => unknown])[] = [
  ['savedQuery.save', (name) => ({ name, sql: 'SELECT 1', replace: true })],
  ['savedQuery.rename', (name) => ({ name, to: 'x' })],
  ['savedQuery.rename', (to) => ({ name: 'x', to })],
  ['savedQuery.delete', (name) => ({ name })],
  ['tables.history', (table) => ({ table })],
  ['table.compact', (table) => ({ table })],
  ['table.vacuum', (table) => ({ table })],
  ['tables.history', (name) => ({ table: `bronze.${name}` })],
  ['tables.versionAt', (table) => ({ table, atMs: 1 })],
  ['records.readPage', (table) => ({ table })],
  ['records.readPage', (name) => ({ table: `silver.${name}` })],
  ['records.summarise', (table) => ({ table })],
  ['diff.read', (table) => ({ table, from: 0, to: 1 })],
  ['query.run', (name) => ({ name })],
  ['export.createVersion', (preset) => ({ preset })],
  ['export.run', (preset) => ({ subject: { kind: 'preset', preset }, folder: root })],
  [
    'export.run',
    (name) => ({ subject: { kind: 'view', name, sql: 'SELECT 1', sort: [] }, folder: root }),
  ],
  ['download.export', (preset) => ({ subject: { kind: 'preset', preset } })],
  ['download.offer', (requestId) => ({ kind: 'export', requestId })],
  ['download.offer', (bundleId) => ({ kind: 'bundle', bundleId })],
  ['bundle.save', (bundleId) => ({ bundleId })],
  ['doctor.runOne', (id) => ({ id })],
  ['doctor.mute', (id) => ({ id, muted: true })],
  ['alert.mute', (rule) => ({ pack: 'sales', rule, subject: '', muted: true })],
  ['setting.reset', (name) => ({ name })],
  ['catalog.change', (name) => ({ pack: 'sales', name, rows: [] })],
  ['catalog.change', (pack) => ({ pack, name: 'products', rows: [] })],
  ['catalog.reset', (name) => ({ pack: 'sales', name })],
  ['setting.change', (name) => ({ name, value: 1 })],
  ['ledger.verify', (pack) => ({ pack })],
  ['event.trace', (eventId) => ({ eventId })],
  ['part.restart', (part) => ({ part })],
  ['reset.run', (level) => ({ level })],
];

/** SQL that would read or write a file, or leave the process. */
const statements = (): string[] => {
  const file = join(root, 'outside', 'secret.csv');
  return [
    `SELECT * FROM '${file}'`,
    `SELECT * FROM read_csv('${file}')`,
    `SELECT * FROM read_text('${file}')`,
    `SELECT * FROM glob('${root}/outside/*')`,
    `COPY (SELECT 1) TO '${join(root, 'outside', 'made.csv')}'`,
    `ATTACH '${join(root, 'outside', 'made.db')}' AS made`,
    `INSTALL httpfs`,
    `LOAD '${file}'`,
    `SET enable_external_access = true`,
    `EXPORT DATABASE '${join(root, 'outside', 'made')}'`,
  ];
};

describe('hostile requests', () => {
  it.each(named)('%s takes no path for a name', async (name, build) => {
    const before = outside();
    for (const path of paths()) {
      const result = await ask(name, build(path));
      const shown = `${name} ${JSON.stringify(build(path)).slice(0, 200)}`;
      expect(result.ok, shown).toBe(false);
      expect(JSON.stringify(result).includes(secret), shown).toBe(false);
      // A refusal repeats no more than a person would read.
      expect(JSON.stringify(result).length, shown).toBeLessThan(70_000);
    }
    expect(outside()).toEqual(before);
  });

  it('sql.run reads and writes no file', async () => {
    const before = outside();
    for (const sql of statements()) {
      const result = await ask('sql.run', { sql });
      expect(result.ok, sql).toBe(false);
      expect(JSON.stringify(result), sql).not.toContain(secret);
    }
    expect(outside()).toEqual(before);
  });

  it.each(Object.keys(requests))('%s outlives payloads of any shape', async (name) => {
    // These would do what they are asked to.
    if (/^(app\.(quit|restart)|pipeline\.|sample\.|reset\.run|part\.)/.test(name)) return;
    const hostile: unknown[] = [
      JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
      Object.assign(Object.create(null) as object, { toString: 1 }),
      [],
      [[[]]],
      'x',
      7,
      null,
      undefined,
      { table: { toString: () => 'x' }, name: ['x'], sql: {}, subject: null, requestId: {} },
    ];
    for (const payload of hostile) {
      const result = await ask(name, payload);
      expect(typeof result.ok).toBe('boolean');
      if (!result.ok) expect(result.failure.code).not.toBe('INTERNAL');
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each([
    '',
    'no.such',
    '__proto__',
    'constructor',
    'toString',
    'app.read\0',
    'APP.READ',
    '../app.read',
  ])('the name %j is unknown', async (name) => {
    expect(await ask(name, {})).toMatchObject({ ok: false, failure: { code: 'REQUEST_UNKNOWN' } });
  });

  it('leaves the secret as it was', () => {
    expect(readFileSync(join(root, 'outside', 'secret.sql'), 'utf8')).toBe(secret);
  });
});
