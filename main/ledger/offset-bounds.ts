import { z } from 'zod';
import type { StreamPack } from '../contract/stream-pack';
import type { SqlConnection } from '../analytics/sql-connection';

/** Next offset by partition number as text. */
export type Offsets = Readonly<Record<string, number>>;

/**
 * Makes the table `bounds` (`p`, `first`, `past`): for each partition the offsets that the tables
 * must account for, `past` excluded. They begin where the journal says that the first micro-batch
 * did; without it at 0, or at the first one seen when the query started at the latest. Without
 * committed end offsets they end at the last offset seen in any table.
 */
export async function makeOffsetBounds(
  connection: SqlConnection,
  pack: StreamPack,
  endOffsets: Offsets | null,
): Promise<void> {
  const seen = new Map(
    (
      await connection.readRows(`SELECT p, min(o), max(o) + 1 FROM (SELECT p, o FROM bronze UNION ALL SELECT p, o FROM silver
         UNION ALL SELECT p, o FROM rejected UNION ALL SELECT p, o FROM duplicates) GROUP BY p`)
    ).map(([p, first, past]) => [Number(p), { first: Number(first), past: Number(past) }] as const),
  );
  const beginning = await connection.readFirstRow('SELECT start_offsets FROM beginnings');
  const beginnings = z
    .record(z.string(), z.number())
    .parse(JSON.parse(String(beginning?.[0] ?? '{}')));
  const partitions = new Set([
    ...Array.from({ length: pack.topic.partitions }, (_, partition) => partition),
    ...Object.keys(endOffsets ?? {}).map(Number),
    ...seen.keys(),
  ]);
  const rows = [...partitions].map((partition) => {
    const past = endOffsets?.[String(partition)] ?? seen.get(partition)?.past ?? 0;
    const startsAtLatest = pack.streaming.startingOffsets === 'latest';
    const unknown = startsAtLatest ? (seen.get(partition)?.first ?? past) : 0;
    // Tables may be older than the journal.
    const begun = Math.min(
      beginnings[String(partition)] ?? unknown,
      seen.get(partition)?.first ?? Infinity,
    );
    const first = partition in beginnings ? begun : unknown;
    return `(${partition}, ${first}::BIGINT, ${past}::BIGINT)`;
  });
  await connection.run(
    `CREATE OR REPLACE TABLE bounds AS SELECT * FROM (VALUES ${rows.join(', ')}) t(p, first, past)`,
  );
}
