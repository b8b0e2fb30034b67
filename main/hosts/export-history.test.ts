import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { historyReader } from '../history/history-reader';
import { dataPaths } from '../settings/paths';
import { runExport } from './commands/export';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deltadesk-kept-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('keeps an export that was made without an instance, also one that failed', async () => {
  const dataFolder = join(folder, 'data');
  const target = join(folder, 'target');
  mkdirSync(dataFolder);
  mkdirSync(target);
  const sql = `SELECT 'a' AS name, 1 AS number UNION ALL SELECT 'b', 2`;
  const view = { kind: 'view' as const, name: 'mine', sql, sort: [] };
  const options = { dataFolder, pack: 'sales', onProgress: () => undefined };
  const { json } = await runExport({ ...options, request: { subject: view, folder: target } });
  expect(json.files).toMatchObject([{ rows: 2 }]);
  const missing = { kind: 'preset', preset: 'nope' } as const;
  await expect(
    runExport({ ...options, request: { subject: missing, folder: target } }),
  ).rejects.toMatchObject({ failure: { code: 'EXPORT_PRESET_UNKNOWN' } });

  const rows = JSON.parse(await historyReader(dataPaths(dataFolder).history).readJson('exports'));
  expect(rows).toMatchObject([
    { preset: 'view', status: 'done', row_count: 2, folder: target },
    { preset: 'nope', status: 'failed', details: 'EXPORT_PRESET_UNKNOWN' },
  ]);
});

it('makes no history where there is no data folder', async () => {
  const dataFolder = join(folder, 'nothing');
  const subject = { kind: 'preset', preset: 'sales' } as const;
  const options = { dataFolder, pack: 'sales', onProgress: () => undefined };
  const request = { subject, folder: join(folder, 'missing') };
  await expect(runExport({ ...options, request })).rejects.toMatchObject({
    failure: { code: 'EXPORT_PATH_MISSING' },
  });
  expect(existsSync(dataFolder)).toBe(false);
});
