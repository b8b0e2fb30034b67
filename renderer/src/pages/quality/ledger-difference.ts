import type { LedgerReport } from '../../../../main/contract/ledger';

export type LedgerPartition = LedgerReport['partitions'][number];

/** Records between the first offset of the checkpoint and the end of what the query has read. */
export const recordsOf = ({ firstOffset, endOffset }: LedgerPartition): number =>
  endOffset - firstOffset;

/** Rejected by the parser or the schema, and by a rule. */
export const rejectedOf = (partition: LedgerPartition): number =>
  partition.rejectedBeforeBronze + partition.rejectedByRule;

/** What is missing (above 0) or too many (below 0); 0 where every record is in one place. */
export const differenceOf = (partition: LedgerPartition): number =>
  recordsOf(partition) - partition.silver - rejectedOf(partition) - partition.duplicates;

/** A sum over all partitions. */
export const sumOf = (
  partitions: readonly LedgerPartition[],
  count: (partition: LedgerPartition) => number,
): number => partitions.reduce((sum, partition) => sum + count(partition), 0);
