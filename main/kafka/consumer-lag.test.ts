import { describe, expect, it } from 'vitest';
import { computeTopicLag } from './consumer-lag';

const offsets = [
  { partition: 0, logStartOffset: 0, logEndOffset: 100 },
  { partition: 1, logStartOffset: 5, logEndOffset: 50 },
];
const samples = [
  { atMs: 1_000, logEndOffsets: { '0': 80, '1': 40 } },
  { atMs: 2_000, logEndOffsets: { '0': 90, '1': 50 } },
  { atMs: 3_000, logEndOffsets: { '0': 100, '1': 50 } },
];

const at = (endOffsets: Record<string, number> | null) => ({ endOffsets, ownOffsets: null });

describe('computeTopicLag', () => {
  it('is null before the first batch, not 0', () => {
    const lag = computeTopicLag('t', offsets, at(null), samples, 4_000);
    expect(lag).toMatchObject({ lag: null, lagSeconds: null });
    expect(lag.partitions[0]).toMatchObject({ currentOffset: null, lag: null, logEndOffset: 100 });
  });

  it('is null as a whole when one partition is unknown', () => {
    expect(computeTopicLag('t', offsets, at({ '0': 100 }), samples, 4_000).lag).toBeNull();
  });

  it('is the sum of log end offset minus current offset', () => {
    const lag = computeTopicLag('t', offsets, at({ '0': 90, '1': 50 }), samples, 4_000);
    expect(lag.lag).toBe(10);
    expect(lag.partitions.map((partition) => partition.lag)).toEqual([10, 0]);
  });

  it('dates the oldest unread record by the first sample beyond the current offset', () => {
    expect(computeTopicLag('t', offsets, at({ '0': 90, '1': 50 }), samples, 4_000).lagSeconds).toBe(
      1,
    );
    expect(computeTopicLag('t', offsets, at({ '0': 85, '1': 50 }), samples, 4_000).lagSeconds).toBe(
      2,
    );
    expect(computeTopicLag('t', offsets, at({ '0': 10, '1': 50 }), samples, 4_000).lagSeconds).toBe(
      null,
    );
  });

  it('is 0 seconds when nothing is unread', () => {
    const lag = computeTopicLag('t', offsets, at({ '0': 100, '1': 50 }), samples, 9_000);
    expect(lag).toMatchObject({ lag: 0, lagSeconds: 0 });
  });

  it('never goes below 0 when the end offset was sampled before the batch', () => {
    expect(computeTopicLag('t', offsets, at({ '0': 105, '1': 50 }), samples, 4_000).lag).toBe(0);
  });

  it("tells the query's own figure beside ours, and null before it has reported", () => {
    const read = { '0': 90, '1': 50 };
    const ownOffsets = { atMs: 3_500, endOffsets: read, latestOffsets: { '0': 95, '1': 50 } };
    const lag = computeTopicLag('t', offsets, { endOffsets: read, ownOffsets }, samples, 4_000);
    expect(lag).toMatchObject({ lag: 10, queryLag: 5, queryReportedAtMs: 3_500 });
    expect(lag.partitions.map(({ queryLag }) => queryLag)).toEqual([5, 0]);
    expect(computeTopicLag('t', offsets, at(read), samples, 4_000)).toMatchObject({
      queryLag: null,
      queryReportedAtMs: null,
    });
  });
});
