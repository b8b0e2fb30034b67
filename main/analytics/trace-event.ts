import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { failed } from '../contract/failure';
import type { StreamPack } from '../contract/stream-pack';
import type { EventTrace, TraceHop, TraceRecord } from '../contract/trace';
import type { Lake } from '../delta/lake';
import { commitTime, firstWithTransaction, silverVersionOf } from './commit-times';
import { runQuery, type QueryPlace } from './run-query';
import { quoteName, quotePath, quoteText } from './sql-quoting';

/** What an event is looked for in. */
export interface TracePlace {
  readonly place: QueryPlace;
  readonly lake: Lake;
  readonly pack: StreamPack;
  /** The producer's own record. */
  readonly recordFolder: string;
}

/** A record with the id in one of the tables of rows. */
interface Found {
  readonly partition: number;
  readonly offset: number;
  readonly kafkaMs: number | null;
  readonly outcome: TraceRecord['outcome'];
  readonly detail: string | null;
  /** False for what was rejected before Bronze. */
  readonly isInBronze: boolean;
}

/**
 * The way of one event: when it was sent, and for each record of the topic with its id the partition,
 * offset and micro-batch, the commit of every table that it came into, and where it ended. Fails with
 * `EVENT_UNKNOWN` when neither the tables nor the producer's record have the id.
 */
export async function traceEvent(from: TracePlace, eventId: string): Promise<EventTrace> {
  const { pack } = from;
  const [sentMs, found] = await Promise.all([readSent(from, eventId), findRows(from, eventId)]);
  if (sentMs === null && found.length === 0) throw failed('EVENT_UNKNOWN', { event: eventId });
  const sent: TraceHop[] =
    sentMs === null ? [] : [{ hop: 'sent', table: null, version: null, atMs: sentMs }];
  const records = await Promise.all(found.map((each) => toRecord(from, each, sent)));
  return { eventId, topic: pack.topic.name, records };
}

async function toRecord(
  { place, lake, pack }: TracePlace,
  { kafkaMs, isInBronze, ...found }: Found,
  sent: readonly TraceHop[],
): Promise<TraceRecord> {
  const broker: TraceHop = { hop: 'broker', table: null, version: null, atMs: kafkaMs };
  const hops: TraceHop[] = [...sent, broker];
  const batch = await findBatch(place, pack, found.partition, found.offset);
  if (batch === null) return { ...found, batchId: null, hops };
  const ofBatch = (transactions: readonly { appId: string; version: number }[]) =>
    transactions.find(({ appId }) => appId === batch.queryId)?.version ?? null;
  const came = async (hop: TraceHop['hop'], table: string) => {
    const commit = await firstWithTransaction(lake, table, ofBatch, batch.batchId);
    if (commit !== null) hops.push({ hop, table, ...commit });
  };
  if (isInBronze) await came('bronze', `bronze.${pack.bronze.table}`);
  if (found.outcome === 'rejected') await came('rejected', 'quality.rejected_records');
  if (found.outcome === 'duplicate') await came('duplicate', 'quality.duplicates');
  if (found.outcome === 'silver') {
    const silver = `silver.${pack.silver.table}`;
    hops.push({ hop: 'silver', table: silver, ...(await commitTime(lake, silver, batch.silver)) });
    for (const { layer, table } of pack.aggregates) {
      const name = `${layer}.${table}`;
      const commit = await firstWithTransaction(lake, name, silverVersionOf, batch.silver);
      if (commit !== null) hops.push({ hop: 'aggregate', table: name, ...commit });
    }
  }
  return { ...found, batchId: batch.batchId, hops };
}

/** The rows with the id, by their place in the topic. */
async function findRows({ place, lake, pack }: TracePlace, eventId: string): Promise<Found[]> {
  const bronze = `bronze.${pack.bronze.table}`;
  if (!lake.has(bronze)) return [];
  const id = quoteText(eventId);
  const isIt = `${quoteName(pack.eventIdField)} = ${id}`;
  const ofPack = `pack = ${quoteText(pack.pack)} AND event_id = ${id}`;
  const brokerTime = quoteName(pack.kafkaTimestampColumn);
  const row = 'kafka_partition AS p, kafka_offset AS o';
  const { rows } = await runQuery(
    place,
    `WITH stored AS (SELECT ${row}, epoch_ms(${brokerTime}) AS ms FROM ${bronze} WHERE ${isIt}),
     ended AS (
       SELECT ${row}, epoch_ms(${brokerTime}) AS ms, 'silver' AS outcome, NULL::VARCHAR AS detail
       FROM silver.${pack.silver.table} WHERE ${isIt}
       UNION ALL
       SELECT ${row}, epoch_ms(kafka_timestamp), 'rejected', stage || coalesce(' ' || rule, '') || ': ' || error
       FROM quality.rejected_records WHERE ${ofPack}
       UNION ALL
       SELECT ${row}, NULL, 'duplicate',
         'the winner is partition ' || winning_partition || ', offset ' || winning_offset
       FROM quality.duplicates WHERE ${ofPack}
     )
     SELECT p, o, coalesce(stored.ms, ended.ms), coalesce(outcome, 'pending'), detail,
       stored.ms IS NOT NULL
     FROM stored FULL JOIN ended USING (p, o) ORDER BY p, o`,
  );
  return rows.map(([partition, offset, kafkaMs, outcome, detail, isInBronze]) => ({
    partition: Number(partition),
    offset: Number(offset),
    kafkaMs: kafkaMs === null ? null : Number(kafkaMs),
    outcome: outcome as Found['outcome'],
    detail: detail as string | null,
    isInBronze: isInBronze === true,
  }));
}

/** The micro-batch that stored an offset first: after a reset a later one passes over it. */
async function findBatch(place: QueryPlace, pack: StreamPack, partition: number, offset: number) {
  const of = (column: string) => `(${column}->>'$."${partition}"')::BIGINT`;
  const { rows } = await runQuery(
    place,
    `SELECT query_id, batch_id, silver_version FROM quality.batches
     WHERE pack = ${quoteText(pack.pack)} AND ${of('start_offsets')} <= ${offset} AND ${of('end_offsets')} > ${offset}
     ORDER BY planned_at LIMIT 1`,
  );
  const [row] = rows;
  if (!row) return null;
  return { queryId: String(row[0]), batchId: Number(row[1]), silver: Number(row[2]) };
}

/** When the producer noted the event, epoch milliseconds; null when it did not send it. */
async function readSent({ place, recordFolder }: TracePlace, eventId: string) {
  const names = existsSync(recordFolder) ? readdirSync(recordFolder) : [];
  const files = names.filter((name) => /^record-\d+\.csv$/.test(name)).sort();
  if (files.length === 0) return null;
  const paths = files.map((name) => quotePath(join(recordFolder, name))).join(', ');
  return place.session.use(async (connection) => {
    const reader = await connection.runAndReadAll(
      `SELECT min(b::BIGINT) FROM read_csv([${paths}], auto_detect = false, header = false,
         columns = {kind: 'VARCHAR', n: 'VARCHAR', a: 'VARCHAR', b: 'VARCHAR'},
         delim = ',', quote = '', escape = '', null_padding = true)
       WHERE kind = 's' AND a = ${quoteText(eventId)}`,
    );
    const sent = reader.getRowsJson()[0]?.[0] ?? null;
    return sent === null ? null : Number(sent);
  });
}
