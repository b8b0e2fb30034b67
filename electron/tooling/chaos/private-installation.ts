import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brokerArchive } from '../../../main/kafka/broker-spec';
import { findInstallation, rootFolder, shippedFolders } from '../../../main/settings/installation';
import { dataPaths } from '../../../main/settings/paths';
import { streamingJobArchive } from '../../../main/streaming/streaming-job-spec';
import { isWritten } from '../../../main/supervisor/class-archive';

/** A copy of the product that a test may change; jars and packages are those of the checkout. */
export interface PrivateInstallation {
  /** The built command line. */
  readonly program: string;
  readonly resourcesFolder: string;
}

/** No pack keeps a test waiting longer for its next batch. */
const mostTriggerMs = 1_000;

/** Copies the built command line and the resources to a new folder, with packs that do not dawdle. */
export async function copyInstallation(
  folder: string,
  packs: readonly string[],
): Promise<PrivateInstallation> {
  const link = (...path: string[]) =>
    symlinkSync(join(rootFolder, ...path), join(folder, ...path), 'junction');
  mkdirSync(join(folder, 'out'), { recursive: true });
  for (const path of ['package.json', 'resources', join('out', 'cli'), join('out', 'chunks')]) {
    cpSync(join(rootFolder, path), join(folder, path), { recursive: true });
  }
  link('node_modules');
  link('out', 'jars');
  link('out', 'renderer');
  await lendClassArchives(folder);
  const resourcesFolder = join(folder, 'resources');
  for (const pack of packs) quicken(join(resourcesFolder, 'streams', pack, 'stream.json'));
  return { program: join(folder, 'out', 'cli', 'deltadesk.cjs'), resourcesFolder };
}

/**
 * An archive is named after the paths of its jars, which are others in the copy; the JVM itself asks
 * only whether they are the same files. Without it each start notes its classes for one of its own.
 */
async function lendClassArchives(folder: string): Promise<void> {
  const checkout = await findInstallation();
  const copy = { ...checkout, ...shippedFolders(folder) };
  mkdirSync(copy.classArchives);
  for (const archiveOf of [streamingJobArchive, brokerArchive]) {
    const shipped = archiveOf(checkout, dataPaths(folder));
    const { archive } = archiveOf(copy, dataPaths(folder));
    if (isWritten(shipped))
      symlinkSync(shipped.archive, join(copy.classArchives, basename(archive)));
  }
}

function quicken(file: string): void {
  const stream = JSON.parse(readFileSync(file, 'utf8')) as {
    streaming: { triggerIntervalMs: number };
  };
  if (stream.streaming.triggerIntervalMs <= mostTriggerMs) return;
  stream.streaming.triggerIntervalMs = mostTriggerMs;
  writeFileSync(file, JSON.stringify(stream, null, 2));
}

/** Gives every category another name: what later batches write differs, what is written must not. */
export function renameCategories(packFolder: string): void {
  const file = join(packFolder, 'catalogs', 'categories.json');
  const rows = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>[];
  const renamed = rows.map((row) => ({ ...row, categorie: `${row['categorie']} (new)` }));
  writeFileSync(file, JSON.stringify(renamed, null, 2));
}
