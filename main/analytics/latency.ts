import { existsSync } from 'node:fs';
import type { RunSummary } from '../contract/run-summary';
import type { StreamPack } from '../contract/stream-pack';
import type { Lake } from '../delta/lake';
import { resolveFilePath } from '../delta/snapshot';
import { commitsNewestFirst } from '../delta/table-history';
import { containedSilverVersion } from './contained-silver-version';
import type { DuckDbSession } from './duckdb-session';
import { quoteName, quotePath, quoteText } from './sql-quoting';

/** When an aggregate came to contain a Silver version. */
interface AggregateCommit {
  readonly silverVersion: number;
  readonly committedAtMs: number;
}

/** A Silver file, and when the last aggregate came to contain it. */
interface ContainedFile {
  readonly path: string;
  readonly committedAtMs: number;
}

/**
 * End-to-end latency from the tables alone: each Silver row's broker timestamp against the commit of
 * the last aggregate that came to contain it, over the Silver versions after `afterSilverVersion`.
 * Rows not yet in every aggregate do not count; null when no row counts. Fails like `Lake.snapshot`.
 */
export async function measureLatency(
  session: DuckDbSession,
  lake: Lake,
  pack: StreamPack,
  afterSilverVersion: number,
): Promise<RunSummary['latencyMs']> {
  const silver = `silver.${pack.silver.table}`;
  const aggregates = pack.aggregates.map(({ layer, table }) => `${layer}.${table}`);
  if (aggregates.length === 0 || ![silver, ...aggregates].every((table) => lake.has(table))) {
    return null;
  }
  const commitsByAggregate = await Promise.all(
    aggregates.map((table) => readAggregateCommits(lake, table, afterSilverVersion)),
  );
  const log = await lake.logOf(silver);
  const files: ContainedFile[] = [];
  for (const version of (await log.list()).commits.filter((v) => v > afterSilverVersion)) {
    const committedAtMs = containedAtMs(commitsByAggregate, version);
    if (committedAtMs === null) break;
    const reading = await log.readCommit(version);
    if (reading.kind !== 'read') continue;
    for (const { path, dataChange } of reading.actions.added) {
      const file = resolveFilePath(silver, lake.folderOf(silver), path);
      if (dataChange && existsSync(file)) files.push({ path: file, committedAtMs });
    }
  }
  return files.length === 0 ? null : readQuantiles(session, files, pack);
}

/** All commits after a Silver version that advanced an aggregate, oldest first. */
async function readAggregateCommits(
  lake: Lake,
  table: string,
  afterSilverVersion: number,
): Promise<AggregateCommit[]> {
  const commits: AggregateCommit[] = [];
  for await (const { transactions, committedAtMs } of commitsNewestFirst(await lake.logOf(table))) {
    const silverVersion = containedSilverVersion(
      transactions.map(({ appId, version }) => [appId, version] as const),
    );
    if (silverVersion === null) continue;
    if (silverVersion <= afterSilverVersion) break;
    commits.push({ silverVersion, committedAtMs });
  }
  return commits.reverse();
}

/** When the last of the aggregates came to contain a Silver version; null when one does not yet. */
function containedAtMs(
  commitsByAggregate: readonly (readonly AggregateCommit[])[],
  version: number,
): number | null {
  const times = commitsByAggregate.map(
    (commits) => commits.find(({ silverVersion }) => silverVersion >= version)?.committedAtMs,
  );
  return times.some((time) => time === undefined) ? null : Math.max(...(times as number[]));
}

async function readQuantiles(
  session: DuckDbSession,
  files: readonly ContainedFile[],
  { kafkaTimestampColumn }: StreamPack,
): Promise<RunSummary['latencyMs']> {
  const committed = files.map((file) => `(${quoteText(file.path)}, ${file.committedAtMs})`);
  const [p50, p95, p99] = await session.use(async (connection) => {
    const reader = await connection.runAndReadAll(
      `SELECT unnest(quantile_cont(committed_at_ms - epoch_ms(${quoteName(kafkaTimestampColumn)}), [0.5, 0.95, 0.99]))
       FROM read_parquet([${files.map(({ path }) => quotePath(path)).join(', ')}], filename = true)
       JOIN (VALUES ${committed.join(', ')}) AS committed(filename, committed_at_ms)
       USING (filename)`,
    );
    return reader.getRowsJson().map(([value]) => Math.round(Number(value)));
  });
  return p50 === undefined ? null : { p50, p95: p95!, p99: p99! };
}
