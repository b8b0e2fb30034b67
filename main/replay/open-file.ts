import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { failed } from '../contract/failure';

export type ReplayFormat = 'csv' | 'json';

/** The format that a file's name tells, `.gz` left aside. Fails with `REPLAY_FILE_UNREADABLE`. */
export function formatOf(file: string): ReplayFormat {
  const extension = extname(file.replace(/\.gz$/i, '')).toLowerCase();
  if (extension === '.csv') return 'csv';
  if (['.jsonl', '.ndjson', '.json'].includes(extension)) return 'json';
  throw failed('REPLAY_FILE_UNREADABLE', { file, reason: 'its name tells no known format.' });
}

/** A file's bytes, unpacked when its name ends in `.gz`; `onBytes` counts those read from disk. */
export function openFile(file: string, onBytes: (bytes: number) => void = () => {}): Readable {
  const raw = createReadStream(file);
  raw.on('data', (chunk) => onBytes(chunk.length));
  raw.pause();
  if (!/\.gz$/i.test(file)) return raw;
  const unpacked = createGunzip();
  raw.on('error', (error) => unpacked.destroy(error));
  unpacked.on('close', () => raw.destroy());
  return raw.pipe(unpacked);
}
