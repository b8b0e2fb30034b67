import type { AggregatesReport } from '../contract/ledger';
import type { StreamPack } from '../contract/stream-pack';
import type { Lake } from '../delta/lake';
import { checkAggregates } from './aggregate-rule';
import { lookTwice } from './look-twice';

export interface AggregateSources {
  readonly lake: Lake;
  readonly pack: StreamPack;
  readonly signal?: AbortSignal;
}

/**
 * Rule 4 of the ledger alone: every aggregate against its recompute from Silver, from the tables
 * only. Works while the job commits. Fails like `Lake.snapshot`, or with `REQUEST_CANCELLED`.
 */
export function verifyAggregates({
  lake,
  pack,
  signal,
}: AggregateSources): Promise<AggregatesReport> {
  return lookTwice(async (connection) => {
    const atMs = Date.now();
    const aggregates = await checkAggregates(connection, lake, pack);
    return { ok: aggregates.every(({ passed }) => passed), pack: pack.pack, atMs, aggregates };
  }, signal);
}
