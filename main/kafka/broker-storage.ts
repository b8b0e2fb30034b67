import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { failed } from '../contract/failure';
import type { DataPaths, Installation } from '../settings/paths';

/** Cluster id in `meta.properties` of a formatted folder; null when it is not formatted. */
export async function readClusterId(logFolder: string): Promise<string | null> {
  const file = join(logFolder, 'meta.properties');
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw failed('KAFKA_STORAGE_UNREADABLE', { file, reason: String(error) });
  }
  const clusterId = /^cluster\.id=(.+)$/m.exec(text)?.[1]?.trim();
  if (!clusterId) throw failed('KAFKA_STORAGE_UNREADABLE', { file, reason: 'no cluster.id in it' });
  return clusterId;
}

/** Where the broker keeps topics, below its own folder. */
export const storageFolder = (paths: DataPaths) => join(paths.kafka, 'storage');

/** Cluster id of the data folder's broker; `KAFKA_STORAGE_UNREADABLE` when it was never started. */
export async function storedClusterId(paths: DataPaths): Promise<string> {
  const file = storageFolder(paths);
  const clusterId = await readClusterId(file);
  if (clusterId === null)
    throw failed('KAFKA_STORAGE_UNREADABLE', { file, reason: 'not formatted' });
  return clusterId;
}

/**
 * Formats the broker's storage once (KIP-631) and returns its cluster id. Java runs with
 * `javaArgs` up to the tool's own arguments. An interrupted format left no `meta.properties`, so
 * it is simply done again.
 */
export async function formatStorage(
  installation: Installation,
  javaArgs: readonly string[],
  propertiesFile: string,
  logFolder: string,
  signal: AbortSignal,
): Promise<string> {
  const formatted = await readClusterId(logFolder);
  if (formatted) return formatted;
  await rm(logFolder, { recursive: true, force: true });
  const clusterId = randomClusterId();
  const args = ['kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', propertiesFile];
  try {
    await promisify(execFile)(installation.java, [...javaArgs, ...args], {
      timeout: 60_000,
      signal,
      env: { ...process.env, ...installation.javaEnvironment },
    });
  } catch (error) {
    if (signal.aborted) throw failed('REQUEST_CANCELLED', { request: 'formatting the storage' });
    const { stderr = '', message } = error as Error & { stderr?: string };
    const lines = `${stderr}`.trim().split('\n').slice(-10);
    throw failed('KAFKA_STORAGE_UNREADABLE', { file: logFolder, reason: message }, lines);
  }
  const written = await readClusterId(logFolder);
  if (written !== clusterId) {
    const reason = 'the storage tool wrote no cluster id';
    throw failed('KAFKA_STORAGE_UNREADABLE', { file: logFolder, reason });
  }
  return clusterId;
}

/**
 * 128 random bits as Kafka writes them (`Uuid.randomUuid`): never with a leading `-`, which the
 * storage tool would take for an option.
 */
export function randomClusterId(random: (size: number) => Buffer = randomBytes): string {
  for (;;) {
    const id = random(16).toString('base64url');
    if (!id.startsWith('-')) return id;
  }
}
