import type { AggregateCheck } from '../contract/ledger';
import type { AggregateDefinition, StreamPack } from '../contract/stream-pack';
import type { SqlConnection } from '../analytics/sql-connection';
import { containedSilverVersion } from '../analytics/contained-silver-version';
import type { Lake } from '../delta/lake';
import type { TableSnapshot } from '../delta/snapshot';
import { compareAggregate } from './compare-aggregate';
import type { RuleOutcome } from './rule-outcome';
import { rowTablesOf } from './ledger-tables';

/**
 * Rule 4 (floor.md 4.4): every aggregate equals, row by row, its recompute from Silver at the very
 * version that its own transaction names. One check for each aggregate, in the pack's order; after each
 * `onDone` is told the share that is done.
 */
export async function checkAggregates(
  connection: SqlConnection,
  lake: Lake,
  pack: StreamPack,
  onDone: (share: number) => void = () => undefined,
): Promise<AggregateCheck[]> {
  const checks: AggregateCheck[] = [];
  for (const aggregate of pack.aggregates) {
    const table = `${aggregate.layer}.${aggregate.table}`;
    const published = lake.has(table) ? await lake.snapshot(table) : null;
    const silverVersion = published && containedSilverVersion(published.transactions);
    const { checked, finding } = await check(connection, lake, pack, aggregate, published);
    checks.push({ table, silverVersion, checked, passed: finding === null, finding });
    onDone(checks.length / pack.aggregates.length);
  }
  return checks;
}

async function check(
  connection: SqlConnection,
  lake: Lake,
  pack: StreamPack,
  aggregate: AggregateDefinition,
  published: TableSnapshot | null,
): Promise<RuleOutcome> {
  const { silver } = rowTablesOf(pack);
  if (!lake.has(silver)) return { checked: 0, finding: null };
  const newest = await lake.snapshot(silver);
  if (published === null) {
    // Version 0 makes Silver, version 1 is its first batch: by the second one it must be there.
    const finding = `Aggregate ${aggregate.layer}.${aggregate.table} is not there.`;
    return { checked: 0, finding: newest.version > 1 ? finding : null };
  }
  const contained = containedSilverVersion(published.transactions);
  if (contained !== null && contained > newest.version) {
    const finding = `${published.table} contains Silver version ${contained}, but the newest is ${newest.version}.`;
    return { checked: 0, finding };
  }
  const source =
    contained === null
      ? { ...newest, files: [] }
      : await lake.snapshot(silver, { atVersion: contained });
  return compareAggregate(connection, aggregate, published, source);
}
