import { say } from '../contract/doctor-sentences';
import type { Sentence } from '../contract/sentence';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { jarManifest, type JarManifest } from '../contract/jar-manifest';

/** What the comparison of a folder of jars with its manifest has found. */
export type JarComparison =
  | { readonly kind: 'noManifest' }
  | { readonly kind: 'same'; readonly files: number }
  | { readonly kind: 'differs'; readonly difference: Sentence };

/**
 * Holds the files of `<jars>/<part>/` against `<jars>/<part>.manifest.json`, which the set-up
 * wrote: names, sizes, SHA-256. The first difference is told.
 */
export async function compareWithManifest(
  jarsFolder: string,
  part: string,
  isConcerned: (name: string) => boolean,
): Promise<JarComparison> {
  const manifest = await readManifest(jarsFolder, part);
  if (manifest === null) return { kind: 'noManifest' };
  const differs = (difference: Sentence): JarComparison => ({ kind: 'differs', difference });
  const folder = join(jarsFolder, part);
  const noted = manifest.files.filter(({ name }) => isConcerned(name));
  const names = new Set(noted.map(({ name }) => name));
  const found = (await readdir(folder).catch(() => [])).filter(isConcerned);
  const extra = found.find((name) => !names.has(name));
  if (extra !== undefined) return differs(say('fileForeign', { file: join(folder, extra) }));
  for (const { name, sizeBytes, sha256 } of noted) {
    const file = join(folder, name);
    const size = (await stat(file).catch(() => null))?.size ?? null;
    if (size === null) return differs(say('fileMissing', { file }));
    if (size !== sizeBytes) return differs(say('fileWrongSize', { file, size, sizeBytes }));
    if ((await hashOf(file)) !== sha256) return differs(say('fileDamaged', { file }));
  }
  return { kind: 'same', files: noted.length };
}

/** Null when there is none that can be read. */
async function readManifest(jarsFolder: string, part: string): Promise<JarManifest | null> {
  try {
    const text = await readFile(join(jarsFolder, `${part}.manifest.json`), 'utf8');
    return jarManifest.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), hash);
  return hash.digest('hex');
}
