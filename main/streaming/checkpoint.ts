import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { offsets } from '../contract/streaming';

const sourceOffsets = z.record(z.string(), offsets);

/** Newest number among the files of a folder of Spark's checkpoint; null when there is none. */
async function newestNumber(folder: string): Promise<number | null> {
  const names = await readdir(folder).catch(() => []);
  const numbers = names.filter((name) => /^\d+$/.test(name)).map(Number);
  return numbers.length === 0 ? null : Math.max(...numbers);
}

/**
 * End offsets of one planned batch from Spark's checkpoint (`offsets/<batchId>`: a version line, a
 * metadata line, then one line per source). Null when the batch is not there (any more).
 */
export async function readBatchEndOffsets(
  checkpointFolder: string,
  topic: string,
  batchId: number,
): Promise<Record<string, number> | null> {
  try {
    const text = await readFile(join(checkpointFolder, 'offsets', String(batchId)), 'utf8');
    const line = text.split('\n')[2] ?? '';
    return sourceOffsets.parse(JSON.parse(line))[topic] ?? null;
  } catch {
    return null;
  }
}

/** Id of the newest batch that the streaming query has committed; null before the first. */
export function readNewestCommittedBatch(checkpointFolder: string): Promise<number | null> {
  return newestNumber(join(checkpointFolder, 'commits'));
}

const queryMetadata = z.object({ id: z.string() });

/** Id of the streaming query, which survives restarts; null before its first start. */
export async function readQueryId(checkpointFolder: string): Promise<string | null> {
  const text = await readFile(join(checkpointFolder, 'metadata'), 'utf8').catch(() => null);
  return text === null ? null : queryMetadata.parse(JSON.parse(text)).id;
}
