import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packParameters } from '../contract/pack-parameters';
import type { ChosenParameters } from './load-pack';
import type { DataPaths } from './paths';

/**
 * The numbers with which the tables of a pack were last written: those of the newest definition in
 * its checkpoint. Null when there is none yet, or it cannot be read.
 */
export async function readParametersInUse(
  paths: DataPaths,
  pack: string,
): Promise<ChosenParameters | null> {
  const folder = join(paths.checkpoint(pack), 'definitions');
  const files = await readdir(folder).catch(() => []);
  const newest = Math.max(...files.filter((file) => /^\d+\.json$/.test(file)).map(parseFloat));
  if (!Number.isFinite(newest)) return null;
  try {
    const text = await readFile(join(folder, `${newest}.json`), 'utf8');
    const { stream } = JSON.parse(text) as { stream: { parameters?: unknown } };
    const found = Object.entries(packParameters.parse(stream.parameters ?? {}));
    return Object.fromEntries(found.map(([name, { value }]) => [name, value]));
  } catch {
    return null;
  }
}
