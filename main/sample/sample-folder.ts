import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failed } from '../contract/failure';
import { sampleManifest, type SampleManifest } from '../contract/sample';
import { dataPaths, type DataPaths } from '../settings/paths';

const manifestFile = (folder: string) => join(folder, 'sample.json');

/**
 * Takes over of a stopped data folder what reading needs: tables, history, and what the ledger is
 * proved from. The manifest is written last: without it the folder is no sample.
 */
export async function writeSample(
  from: DataPaths,
  folder: string,
  manifest: SampleManifest,
): Promise<void> {
  const to = dataPaths(folder);
  await mkdir(folder, { recursive: true });
  const kept = [
    [from.delta, to.delta],
    [from.history, to.history],
    [from.producerRecord(manifest.pack), to.producerRecord(manifest.pack)],
    ...['offsets', 'commits', 'definitions'].map((part) => [
      join(from.checkpoint(manifest.pack), part),
      join(to.checkpoint(manifest.pack), part),
    ]),
  ] as const;
  for (const [source, target] of kept) await cp(source!, target!, { recursive: true });
  await writeFile(manifestFile(folder), `${JSON.stringify(manifest)}\n`);
}

/** True when a whole sample lies there. */
export const hasSample = (folder: string): boolean => existsSync(manifestFile(folder));

/** Fails with `SAMPLE_MISSING` when the folder holds no whole sample. */
export async function readSampleManifest(folder: string): Promise<SampleManifest> {
  try {
    return sampleManifest.parse(JSON.parse(await readFile(manifestFile(folder), 'utf8')));
  } catch {
    throw failed('SAMPLE_MISSING', { folder });
  }
}
