import { expect, it } from 'vitest';
import type { BatchLine } from '../contract/streaming';
import { LatencyHops } from './latency-hops';

const batch = (changes: Partial<BatchLine> = {}): BatchLine => ({
  kind: 'batch',
  atMs: 10_000,
  pack: 'sales',
  batchId: 1,
  endOffsets: {},
  rows: {
    input: 3,
    bronze: 3,
    silver: 3,
    duplicates: 0,
    late: 0,
    rejected: { parse: 0, schema: 0, rule: 0 },
  },
  tableVersions: {},
  latencyMs: [900, 1_000, 1_100],
  durationMs: {
    ...{ read: 200, bronze: 50, findDuplicates: 10, rejected: 20, duplicates: 30, silver: 40 },
    ...{ journal: 15, aggregates: 85, eventIds: 0, total: 450 },
  },
  replayed: false,
  ...changes,
});

it('a hop is what lies between two commits, and the hops add up to the whole', () => {
  const hops = new LatencyHops();
  hops.add(batch());
  const { bronze, silver, gold } = hops.read(10_000);
  expect(silver).toEqual({ p50: 100, p95: 100, p99: 100 });
  expect(gold).toEqual({ p50: 100, p95: 100, p99: 100 });
  expect(bronze).toEqual({ p50: 800, p95: 900, p99: 900 });
});

it('is null without records, for a replayed batch, and a minute after the last one', () => {
  const hops = new LatencyHops();
  hops.add(batch({ replayed: true }));
  hops.add(batch({ latencyMs: [] }));
  expect(hops.read(10_000).bronze).toBeNull();
  hops.add(batch());
  expect(hops.read(70_000).bronze).not.toBeNull();
  expect(hops.read(70_001)).toEqual({ bronze: null, silver: null, gold: null });
  hops.add(batch());
  hops.clear();
  expect(hops.read(10_000).gold).toBeNull();
});
