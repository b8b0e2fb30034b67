import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAll, readZip } from './test-read-zip';
import { zipStream } from './zip-stream';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deltadesk-zip-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('zip stream', () => {
  it('holds bytes and files under their names, whole', async () => {
    writeFileSync(join(folder, 'rows.csv'), 'a,b\r\n'.repeat(100_000));
    writeFileSync(join(folder, 'rows.parquet'), 'PAR1');
    const stream = zipStream([
      { name: 'pack_v1/manifest.json', bytes: Buffer.from('{}') },
      { name: 'pack_v1/csv/rows.csv', file: join(folder, 'rows.csv') },
      { name: 'pack_v1/parquet/rows.parquet', file: join(folder, 'rows.parquet') },
    ]);
    const found = readZip(await readAll(stream));
    expect([...found.keys()]).toEqual([
      'pack_v1/manifest.json',
      'pack_v1/csv/rows.csv',
      'pack_v1/parquet/rows.parquet',
    ]);
    expect(found.get('pack_v1/csv/rows.csv')).toHaveLength(500_000);
    expect(found.get('pack_v1/manifest.json')?.toString()).toBe('{}');
  });

  it('fails when a file is gone, rather than leaving it out', async () => {
    const stream = zipStream([{ name: 'x', file: join(folder, 'none') }]);
    await expect(readAll(stream)).rejects.toThrow(/ENOENT/);
  });

  it.skipIf(process.platform !== 'linux')('closes the open file when nobody reads on', async () => {
    const file = join(folder, 'large.parquet');
    writeFileSync(file, Buffer.alloc(8_000_000));
    const isOpen = () =>
      readdirSync('/proc/self/fd').some((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`) === file;
        } catch {
          return false;
        }
      });
    const stream = zipStream([{ name: 'large.parquet', file }]);
    await vi.waitFor(() => {
      stream.read();
      expect(isOpen()).toBe(true);
    });
    stream.destroy();
    await vi.waitFor(() => expect(isOpen()).toBe(false));
  });
});
