import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TableName } from '../contract/delta';
import { Lake } from '../delta/lake';
import type { LogReport } from './analytics-report';
import type { Quantiles } from './bench-report';
import { quantiles } from './quantiles';

const loads = 20;
const refreshes = 100;
/** As many commits as the job's writer leaves after a log checkpoint. */
const afterCheckpoint = 10;
const writtenAtOnce = 500;

/**
 * Times of looking at a table whose log has a long past, each commit as long as one of the job's:
 * the first look of a new reader, the next look after one more commit, and the next where nothing
 * came. The table in `lakeFolder` has one commit with all of its files and gets the others here.
 */
export async function measureLog(
  lakeFolder: string,
  table: TableName,
  versions: number,
  signal: AbortSignal,
): Promise<LogReport> {
  const lake = new Lake(lakeFolder);
  const logFolder = join(lake.folderOf(table), '_delta_log');
  const first = (await readFile(join(logFolder, `${digits(0)}.json`), 'utf8')).trim();
  await lengthenLog(logFolder, first, versions, signal);
  const firstLoads: number[] = [];
  for (let load = 0; load < loads; load++) {
    const reader = new Lake(lakeFolder);
    firstLoads.push(await timeOf(() => reader.snapshot(table)));
    await reader.close();
  }
  const { version, files } = await lake.snapshot(table);
  const afterCommit: number[] = [];
  const unchanged: number[] = [];
  for (let commit = version + 1; commit <= version + refreshes; commit++) {
    signal.throwIfAborted();
    await writeFile(join(logFolder, `${digits(commit)}.json`), commitText(commit));
    afterCommit.push(await timeOf(() => lake.snapshot(table)));
    unchanged.push(await timeOf(() => lake.snapshot(table)));
  }
  await lake.close();
  return {
    versions: version + 1,
    files: files.length,
    firstLoad: inHundredths(firstLoads),
    afterCommit: inHundredths(afterCommit),
    unchanged: inHundredths(unchanged),
  };
}

/** Times far below a millisecond are not to become none. */
function inHundredths(timesMs: readonly number[]): Quantiles {
  const { p50, p95, p99 } = quantiles(timesMs.map((ms) => ms * 100));
  return { p50: p50 / 100, p95: p95 / 100, p99: p99 / 100 };
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const fromMs = performance.now();
  await work();
  return performance.now() - fromMs;
}

const digits = (version: number) => String(version).padStart(20, '0');

/** Commits that leave the rows as they are, and a log checkpoint by the v2 specification, in JSON. */
async function lengthenLog(
  logFolder: string,
  first: string,
  versions: number,
  signal: AbortSignal,
): Promise<void> {
  await mkdir(logFolder, { recursive: true });
  for (let from = 1; from < versions; from += writtenAtOnce) {
    signal.throwIfAborted();
    const count = Math.min(writtenAtOnce, versions - from);
    await Promise.all(
      Array.from({ length: count }, (_, index) =>
        writeFile(join(logFolder, `${digits(from + index)}.json`), commitText(from + index)),
      ),
    );
  }
  const version = versions - 1 - afterCheckpoint;
  const path = `${digits(version)}.checkpoint.00000000-0000-4000-8000-000000000000.json`;
  const checkpoint = JSON.stringify({ checkpointMetadata: { version } });
  await writeFile(join(logFolder, path), `${checkpoint}\n${first}\n`);
  const hint = { version, size: first.split('\n').length, v2Checkpoint: { path } };
  await writeFile(join(logFolder, '_last_checkpoint'), JSON.stringify(hint));
}

/** A commit of a micro-batch that added nothing to this table. */
function commitText(version: number): string {
  const note = { timestamp: Date.now(), operation: 'STREAMING UPDATE', operationParameters: {} };
  const mark = { appId: 'bench', version, lastUpdated: note.timestamp };
  return `${JSON.stringify({ commitInfo: note })}\n${JSON.stringify({ txn: mark })}\n`;
}
