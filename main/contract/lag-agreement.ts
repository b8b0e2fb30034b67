import type { PartitionLag, TopicLag } from './kafka';

/**
 * How our lag (log end offset asked of the broker now, minus the last committed batch) stands to the
 * query's own. `differenceRecords` is ours minus its; positive: ours is larger.
 */
export type LagAgreement =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'agrees' }
  | { readonly kind: 'differs'; readonly differenceRecords: number };

/** Of one partition or of the whole topic; unknown while one of the two is. */
export function lagAgreement({
  lag,
  queryLag,
}: Pick<PartitionLag, 'lag' | 'queryLag'>): LagAgreement {
  if (lag === null || queryLag === null) return { kind: 'unknown' };
  if (lag === queryLag) return { kind: 'agrees' };
  return { kind: 'differs', differenceRecords: lag - queryLag };
}

/** Whether the two agree on every partition, and why a difference is normal, in one sentence. */
export function describeLagAgreement(topicLag: TopicLag): string {
  const agreements = topicLag.partitions.map(lagAgreement);
  const { queryReportedAtMs, atMs } = topicLag;
  if (queryReportedAtMs === null || agreements.some(({ kind }) => kind === 'unknown'))
    return 'The query has not reported its own lag yet: it does with its next batch, or when idle.';
  const ageSeconds = Math.max(0, (atMs - queryReportedAtMs) / 1000).toFixed(1);
  if (agreements.every(({ kind }) => kind === 'agrees'))
    return `Both sources agree on every partition (the query reported ${ageSeconds} s before).`;
  return (
    `The query reported ${ageSeconds} s before the broker was asked, so a difference is normal ` +
    'while records arrive or while it works on a batch; it goes with the next batch.'
  );
}
