import type { StreamPack } from '../contract/stream-pack';
import type { SqlConnection } from '../analytics/sql-connection';
import type { JournaledQuery } from './batch-journal';

/** Next offset by partition number as text. */
export type Offsets = Readonly<Record<string, number>>;

/**
 * Makes the table `bounds` (`p`, `first`, `past`): for each partition the offsets that the tables
 * must account for, `past` excluded. They begin where the first query did, as `queries`, those of
 * the pack's journal, tell; without it at 0, or at the first one seen when the query started at the
 * latest. `ends` are the ends of the committed batches; an empty list means that they are not
 * known: then the last offset seen in any table is the end. Null: there is no batch yet.
 */
export async function makeOffsetBounds(
  connection: SqlConnection,
  pack: StreamPack,
  queries: readonly JournaledQuery[],
  ends: readonly Offsets[] | null,
): Promise<void> {
  const seen = new Map(
    (
      await connection.readRows(`SELECT p, min(o), max(o) + 1 FROM (SELECT p, o FROM bronze UNION ALL SELECT p, o FROM silver
         UNION ALL SELECT p, o FROM rejected UNION ALL SELECT p, o FROM duplicates) GROUP BY p`)
    ).map(([p, first, past]) => [Number(p), { first: Number(first), past: Number(past) }] as const),
  );
  const partitions = new Set([
    ...Array.from({ length: pack.topic.partitions }, (_, partition) => partition),
    ...(ends ?? []).flatMap((one) => Object.keys(one).map(Number)),
    ...seen.keys(),
  ]);
  const rows = [...partitions].map((partition) => {
    const known = (ends ?? []).flatMap((one) => one[String(partition)] ?? []);
    const end = known.length > 0 ? Math.max(...known) : (seen.get(partition)?.past ?? 0);
    const startsAtLatest = pack.streaming.startingOffsets === 'latest';
    const unknown = startsAtLatest ? (seen.get(partition)?.first ?? end) : 0;
    const begun = beginning(queries, String(partition));
    // Tables may be older than the journal.
    const first =
      begun === null ? unknown : Math.min(begun, seen.get(partition)?.first ?? Infinity);
    return `(${partition}, ${first}::BIGINT, ${ends === null ? first : end}::BIGINT)`;
  });
  await connection.run(
    `CREATE OR REPLACE TABLE bounds AS SELECT * FROM (VALUES ${rows.join(', ')}) t(p, first, past)`,
  );
}

/** The lowest offset of a partition that any query began at; null when one of them does not tell. */
function beginning(queries: readonly JournaledQuery[], partition: string): number | null {
  const starts = queries
    .filter(({ endOffsets }) => partition in endOffsets)
    .map(({ startOffsets }) => startOffsets[partition] ?? null);
  const told = starts.filter((start) => start !== null);
  return told.length === 0 || told.length < starts.length ? null : Math.min(...told);
}
