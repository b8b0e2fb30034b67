import { expect, it } from 'vitest';
import type { TopicLag } from '../../contract/kafka';
import { lagText } from '../commands/lag';

const pace = { lagSeconds: null, trendPerSecond: null, secondsToZero: null };
const partition = { logStartOffset: 0, logEndOffset: 12_480, ...pace };
const topicLag: TopicLag = {
  topic: 'shops',
  atMs: 10_000,
  lag: 480,
  lagSeconds: 1.24,
  trendPerSecond: -120,
  secondsToZero: 4,
  queryLag: 450,
  queryReportedAtMs: 9_300,
  partitions: [
    { ...partition, partition: 0, currentOffset: 12_000, lag: 480, queryLag: 450 },
    { ...partition, partition: 1, currentOffset: 12_480, lag: 0, queryLag: 0 },
  ],
};

it('shows both sources of each partition, aligned, and why they may differ', () => {
  expect(lagText(topicLag).split('\n')).toEqual([
    "partition  current offset  log end offset  lag  query's own  sources",
    '─────────  ──────────────  ──────────────  ───  ───────────  ──────────────',
    '        0          12,000          12,480  480          450  differs by +30',
    '        1          12,480          12,480    0            0  agree',
    'shops: 480 records, 1.2 s, -120 records/s, 0 in 4.0 s',
    'The query reported 0.7 s before the broker was asked, so a difference is normal while records ' +
      'arrive or while it works on a batch; it goes with the next batch.',
  ]);
});

it('does not say that they agree before the query has reported', () => {
  const partitions = topicLag.partitions.map((one) => ({ ...one, queryLag: null }));
  const unknown = { ...topicLag, queryLag: null, queryReportedAtMs: null, partitions };
  expect(lagText(unknown)).not.toMatch(/\bagree\b/);
  expect(lagText(unknown)).toMatch(/has not reported its own lag yet/);
});

it('says why there is no lag before the first batch', () => {
  const partitions = topicLag.partitions.map((one) => ({ ...one, lag: null, currentOffset: null }));
  expect(lagText({ ...topicLag, lag: null, partitions })).toMatch(
    /^shops: not known yet, the query has committed no batch$/m,
  );
});
