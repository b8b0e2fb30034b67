import { describe, expect, it } from 'vitest';
import type { TopicLag } from './kafka';
import { describeLagAgreement, lagAgreement } from './lag-agreement';

const partition = { partition: 0, logStartOffset: 0, logEndOffset: 9, currentOffset: 4 };
const topicLag = (lag: number | null, queryLag: number | null): TopicLag => ({
  topic: 'shops',
  atMs: 10_000,
  lag,
  lagSeconds: null,
  trendPerSecond: null,
  secondsToZero: null,
  queryLag,
  queryReportedAtMs: queryLag === null ? null : 7_500,
  partitions: [{ ...partition, lag, queryLag }],
});

describe('the two sources of lag', () => {
  it('agree, or differ by ours minus the own one of the query', () => {
    expect(lagAgreement({ lag: 5, queryLag: 5 })).toEqual({ kind: 'agrees' });
    expect(lagAgreement({ lag: 5, queryLag: 7 })).toEqual({
      kind: 'differs',
      differenceRecords: -2,
    });
  });

  it('are not said to agree while one of them is unknown', () => {
    expect(lagAgreement({ lag: null, queryLag: null })).toEqual({ kind: 'unknown' });
    expect(describeLagAgreement(topicLag(0, null))).toMatch(/has not reported/);
  });

  it('are told with the age of the report, and why a difference is normal', () => {
    expect(describeLagAgreement(topicLag(0, 0))).toMatch(/agree on every partition .* 2.5 s/);
    expect(describeLagAgreement(topicLag(5, 0))).toMatch(/2.5 s before .* normal .* next batch/);
  });
});
