import { readdir } from 'node:fs/promises';
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
  /** Classic log checkpoints with all their parts, newest first. */
  readonly checkpoints: readonly LogCheckpointFiles[];
  /** True when there are log checkpoints named by the v2 specification, which are not read here. */
  readonly hasV2Checkpoints: boolean;
}

const digits = /^\d{20}/;
const commit = /^\d{20}\.json$/;
const single = /^\d{20}\.checkpoint\.parquet$/;
const part = /^\d{20}\.checkpoint\.(\d{10})\.(\d{10})\.parquet$/;
const v2 = /^\d{20}\.checkpoint\.[0-9a-f]{8}-[0-9a-f-]+\.(json|parquet)$/;

export function commitFileName(version: number): string {
  return `${String(version).padStart(20, '0')}.json`;
}

/**
 * Lists a log folder. `_last_checkpoint` is not asked: it is a hint that may be old or gone, and the
 * listing says the same. Checksums, compacted commits and temporary files are passed over.
 */
export async function listLog(logFolder: string): Promise<LogListing> {
  const names = (await readdir(logFolder)).sort();
  const versionOf = (name: string) => Number(digits.exec(name)?.[0]);
  const checkpoints = names
    .filter((name) => single.test(name))
    .map((name) => ({ version: versionOf(name), paths: [join(logFolder, name)] }));
  const parts = new Map<string, string[]>();
  for (const name of names) {
    const count = part.exec(name)?.[2];
    if (count === undefined) continue;
    const set = `${versionOf(name)}/${count}`;
    parts.set(set, [...(parts.get(set) ?? []), join(logFolder, name)]);
  }
  for (const [set, paths] of parts) {
    const [version, count] = set.split('/').map(Number) as [number, number];
    if (paths.length === count) checkpoints.push({ version, paths });
  }
  return {
    commits: names.filter((name) => commit.test(name)).map(versionOf),
    checkpoints: checkpoints.sort((a, b) => b.version - a.version),
    hasV2Checkpoints: names.some((name) => v2.test(name)),
  };
}
