import type { MicroBatch } from '../../../../../main/contract/micro-batches';
import type { RecordFilter } from '../../../../../main/contract/records';
import { writeAddress } from '../../../state/address-store';
import { tablePath, writeList } from '../../data/data-address';

/** What a batch took of one partition; both ends are its own records. */
export interface BatchRange {
  readonly partition: number;
  readonly from: number;
  readonly until: number;
}

/** The partitions of which a batch took records; null where its beginning is not known. */
export function rangesOf({ startOffsets, endOffsets }: MicroBatch): BatchRange[] | null {
  if (startOffsets === null) return null;
  return Object.entries(endOffsets).flatMap(([partition, end]) => {
    const from = startOffsets[partition] ?? 0;
    return end > from ? { partition: Number(partition), from, until: end - 1 } : [];
  });
}

/** The address of a range's rows in the grid. */
export function rangeAddress(table: string, { partition, from, until }: BatchRange): string {
  const filters: RecordFilter[] = [
    { column: 'kafka_partition', operator: 'equals', value: partition },
    { column: 'kafka_offset', operator: 'between', from, until },
  ];
  return writeAddress(tablePath(table), { filter: writeList(filters) });
}

/** The address of the whole batch in the SQL box: a grid's filters cannot join the partitions. */
export function batchSqlAddress(table: string, ranges: readonly BatchRange[]): string {
  const conditions = ranges.map(
    ({ partition, from, until }) =>
      `(kafka_partition = ${partition} AND kafka_offset BETWEEN ${from} AND ${until})`,
  );
  const sql = `SELECT * FROM ${table}\nWHERE ${conditions.join('\n   OR ')}\nORDER BY kafka_partition, kafka_offset`;
  return writeAddress('/data/sql', { sql });
}
