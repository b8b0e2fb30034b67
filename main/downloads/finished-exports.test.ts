import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAll, readZip } from '../archives/test-read-zip';
import type { ExportDone, ExportedFile } from '../contract/export';
import { Downloads } from './downloads';
import { FinishedExports } from './finished-exports';

let root: string;
let downloads: Downloads;
let finished: FinishedExports;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deltadesk-downloads-'));
  downloads = new Downloads(join(root, 'downloads'));
  finished = new FinishedExports(downloads, 'sales');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** An export that has written these files. */
function exported(folder: string, ...paths: string[]): ExportDone {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `bytes of ${path}`);
  }
  const files = paths.map((path) => ({ path, bytes: 1 }) as ExportedFile);
  return { folder, files, notices: [], elapsedMs: 1 };
}
const preset = { kind: 'preset', preset: 'sales' } as const;
const idOf = (path: string) => path.replace('/download/', '');

describe('exports for a browser', () => {
  it('are one file as it is, under its name of export.md', async () => {
    finished.note({ subject: preset, requestId: 'a' }, exported(root, 'sales_sales_v1.csv'));
    const offer = await finished.offer('a');
    expect(offer).toMatchObject({ fileName: 'sales_sales_v1.csv', sizeBytes: 27 });
    const taken = downloads.take(idOf(offer.path))!;
    expect(taken.mediaType).toBe('text/csv; charset=utf-8');
    expect((await readAll(taken.open())).toString()).toBe('bytes of sales_sales_v1.csv');
    expect(downloads.take(idOf(offer.path))).toBeNull();
  });

  it('are one zip where they are several files, and of a Power BI pack the whole folder', async () => {
    const done = exported(root, 'sales_sales_v1.csv', 'sales_sales_v1.parquet');
    finished.note({ subject: preset, requestId: 'b' }, done);
    const both = await finished.offer('b');
    expect(both).toMatchObject({ fileName: 'sales_sales.zip', sizeBytes: null });

    const pack = join(root, 'sales_v1');
    exported(pack, 'manifest.json', 'schema.json', 'sales.pbids', 'queries/sales.pq');
    exported(pack, '.partial/1-ff.part', 'parquet/sales.parquet');
    const packDone = exported(pack, 'csv/sales.csv');
    finished.note({ subject: { kind: 'powerBi' }, requestId: 'c' }, packDone);
    const offer = await finished.offer('c');
    expect(offer.fileName).toBe('sales_v1.zip');
    const zip = readZip(await readAll(downloads.take(idOf(offer.path))!.open()));
    expect([...zip.keys()].sort()).toEqual([
      'sales_v1/csv/sales.csv',
      'sales_v1/manifest.json',
      'sales_v1/parquet/sales.parquet',
      'sales_v1/queries/sales.pq',
      'sales_v1/sales.pbids',
      'sales_v1/schema.json',
    ]);
    expect([...zip.keys()].at(-1)).toBe('sales_v1/manifest.json');
  });

  it('are offered for exports of this run alone, and only while their files are there', async () => {
    await expect(finished.offer('../../etc/passwd')).rejects.toThrow(/REQUEST_INVALID/);
    await expect(finished.offer('__proto__')).rejects.toThrow(/REQUEST_INVALID/);
    finished.note({ subject: preset, requestId: 'd' }, exported(root, 'x.csv'));
    rmSync(join(root, 'x.csv'));
    await expect(finished.offer('d')).rejects.toThrow(/EXPORT_PATH_MISSING/);
    for (let more = 0; more < 50; more++)
      finished.note({ subject: preset, requestId: `m${more}` }, exported(root, 'x.csv'));
    await expect(finished.offer('d')).rejects.toThrow(/REQUEST_INVALID/);
  });

  it('written aside leave nothing: after the download, a failure, or the end of their time', async () => {
    const made: string[] = [];
    const run = async (folder: string) => {
      made.push(folder);
      return exported(folder, 'sales_sales_v1.csv');
    };
    const { download } = await finished.runAside({ subject: preset }, run);
    const taken = downloads.take(idOf(download.path))!;
    expect(existsSync(made[0]!)).toBe(true);
    await taken.dispose?.();
    expect(existsSync(made[0]!)).toBe(false);

    const fails = finished.runAside({ subject: preset }, async (folder) => {
      await run(folder);
      throw new Error('disk full');
    });
    await expect(fails).rejects.toThrow('disk full');
    expect(readdirSync(join(root, 'downloads'))).toEqual([]);

    const hasty = new Downloads(join(root, 'hasty'), 20);
    const { download: late } = await new FinishedExports(hasty, 'sales').runAside(
      { subject: preset },
      run,
    );
    await vi.waitFor(() => expect(existsSync(made.at(-1)!)).toBe(false));
    expect(hasty.take(idOf(late.path))).toBeNull();
  });

  it('of an earlier run are swept away, those of this run at its end', async () => {
    exported(join(root, 'downloads', 'old'), 'left.csv');
    const folder = await downloads.makeFolder();
    expect(readdirSync(join(root, 'downloads'))).toHaveLength(1);
    await downloads.close();
    expect(existsSync(folder)).toBe(false);
  });
});
