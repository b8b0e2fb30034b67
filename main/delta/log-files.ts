import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A complete log checkpoint: the table up to and with `version`, in one or several files. */
export interface LogCheckpointFiles {
  readonly version: number;
  readonly paths: readonly string[];
}

/** What lies in a `_delta_log` folder at one moment. */
export interface LogListing {
  /** Versions with a commit file, ascending. */
  readonly commits: readonly number[];
  /** Log checkpoints with all their parts, newest first. */
  readonly checkpoints: readonly LogCheckpointFiles[];
}

const digits = /^\d{20}/;
const commit = /^\d{20}\.json$/;
/** Of one file: classic, or with a unique name by the v2 specification. */
const single = /^\d{20}\.checkpoint\.([0-9a-f]{8}-[0-9a-f-]+\.(json|parquet)|parquet)$/;
const part = /^\d{20}\.checkpoint\.(\d{10})\.(\d{10})\.parquet$/;
const padded = (number: number, length: number) => String(number).padStart(length, '0');

export function commitFileName(version: number): string {
  return `${padded(version, 20)}.json`;
}

/** Lists a log folder. Checksums, compacted commits and temporary files are passed over. */
export async function listLog(logFolder: string): Promise<LogListing> {
  const names = (await readdir(logFolder)).sort();
  const versionOf = (name: string) => Number(digits.exec(name)?.[0]);
  const commits: number[] = [];
  const checkpoints: LogCheckpointFiles[] = [];
  const parts = new Map<string, string[]>();
  for (const name of names) {
    const path = join(logFolder, name);
    if (commit.test(name)) commits.push(versionOf(name));
    else if (single.test(name)) checkpoints.push({ version: versionOf(name), paths: [path] });
    const count = part.exec(name)?.[2];
    if (count === undefined) continue;
    const set = `${versionOf(name)}/${count}`;
    parts.set(set, [...(parts.get(set) ?? []), path]);
  }
  for (const [set, paths] of parts) {
    const [version, count] = set.split('/').map(Number) as [number, number];
    if (paths.length === count) checkpoints.push({ version, paths });
  }
  return { commits, checkpoints: checkpoints.sort((a, b) => b.version - a.version) };
}

/**
 * The log checkpoint that `_last_checkpoint` names, so that a long log need not be listed. It is a
 * hint: it may be old, and its files may be gone. Null when there is none, or none that is understood.
 */
export async function readLastCheckpoint(logFolder: string): Promise<LogCheckpointFiles | null> {
  try {
    const hint = JSON.parse(await readFile(join(logFolder, '_last_checkpoint'), 'utf8')) as {
      version?: unknown;
      parts?: unknown;
      v2Checkpoint?: { path?: unknown } | null;
    };
    const { version, parts } = hint;
    if (!Number.isSafeInteger(version)) return null;
    const start = `${padded(version as number, 20)}.checkpoint`;
    const count = Number(parts ?? 0);
    const named = hint.v2Checkpoint?.path;
    const names =
      typeof named === 'string'
        ? [named]
        : count > 0
          ? Array.from(
              { length: count },
              (_, index) => `${start}.${padded(index + 1, 10)}.${padded(count, 10)}.parquet`,
            )
          : [`${start}.parquet`];
    const isKnown = names.every((name) => single.test(name) || part.test(name));
    return isKnown
      ? { version: version as number, paths: names.map((name) => join(logFolder, name)) }
      : null;
  } catch {
    return null;
  }
}
