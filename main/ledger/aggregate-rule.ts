import type { AggregateDefinition, StreamPack } from '../contract/stream-pack';
import type { SqlConnection } from '../analytics/sql-connection';
import { containedSilverVersion } from '../analytics/contained-silver-version';
import type { Lake } from '../delta/lake';
import { compareAggregate } from './compare-aggregate';
import type { RuleOutcome } from './rule-outcome';
import { rowTablesOf } from './ledger-tables';

/**
 * Rule 4 (floor.md 4.4): every aggregate equals, row by row, its recompute from Silver at the very
 * version that its own transaction names.
 */
export async function checkAggregates(
  connection: SqlConnection,
  lake: Lake,
  pack: StreamPack,
): Promise<RuleOutcome> {
  let checked = 0;
  for (const aggregate of pack.aggregates) {
    const outcome = await checkAggregate(connection, lake, pack, aggregate);
    checked += outcome.checked;
    if (outcome.finding !== null) return { checked, finding: outcome.finding };
  }
  return { checked, finding: null };
}

async function checkAggregate(
  connection: SqlConnection,
  lake: Lake,
  pack: StreamPack,
  aggregate: AggregateDefinition,
): Promise<RuleOutcome> {
  const table = `${aggregate.layer}.${aggregate.table}`;
  const { silver } = rowTablesOf(pack);
  if (!lake.has(silver)) return { checked: 0, finding: null };
  if (!lake.has(table)) {
    // Version 0 makes Silver, version 1 is its first batch: by the second one it must be there.
    const isLate = (await lake.snapshot(silver)).version > 1;
    return { checked: 0, finding: isLate ? `Aggregate ${table} is not there.` : null };
  }
  const published = await lake.snapshot(table);
  const contained = containedSilverVersion(published.transactions);
  const newest = await lake.snapshot(silver);
  if (contained !== null && contained > newest.version) {
    const finding = `${table} contains Silver version ${contained}, but the newest is ${newest.version}.`;
    return { checked: 0, finding };
  }
  const source =
    contained === null
      ? { ...newest, files: [] }
      : await lake.snapshot(silver, { atVersion: contained });
  return compareAggregate(connection, aggregate, published, source);
}
