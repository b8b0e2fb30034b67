import type { KafkaMessage } from 'kafkajs';
import { failed, FailureError } from '../contract/failure';
import type { KafkaRecord, KafkaRecords, KafkaRecordsRequest } from '../contract/kafka-records';
import { kafkaClient } from './kafka-client';
import { PartitionReader } from './partition-reader';
import { planRecords, type PartitionRange } from './records-plan';
import { recordFilter } from './record-filter';
import { showRecord } from './show-bytes';

/** Characters of a key, value or header: of a record that is asked for alone, in a list, in a long one. */
function mostCharactersOf(limit: number): number {
  if (limit === 1) return 1_000_000;
  return limit <= 500 ? 10_000 : 2_000;
}

/** Whether the time is over; throws `REQUEST_CANCELLED` when nobody waits any more. */
type IsOver = () => boolean;

/**
 * Reads records of a topic. Fails with `TOPIC_UNKNOWN`, `REQUEST_INVALID`, `KAFKA_NOT_READY` when
 * the broker does not answer, and `REQUEST_CANCELLED` once the signal is aborted.
 */
export async function readRecords(
  bootstrapServers: string,
  request: KafkaRecordsRequest,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<KafkaRecords> {
  const beginMs = performance.now();
  const isOver = () => {
    if (signal?.aborted) throw failed('REQUEST_CANCELLED', { request: 'kafkaRecords.read' });
    return performance.now() - beginMs > request.timeoutMs;
  };
  const kafka = kafkaClient(bootstrapServers);
  const admin = kafka.admin({ retry: { retries: 2, initialRetryTime: 100 } });
  let reader: PartitionReader | null = null;
  try {
    await admin.connect();
    const ranges = await planRecords(admin, request);
    reader = await PartitionReader.open(kafka, request.topic);
    const search = new RecordSearch(reader, request, isOver);
    const read = request.from.kind === 'latest' ? search.newest(ranges) : search.onward(ranges);
    const ends = Object.fromEntries(ranges.map(({ partition, end }) => [partition, end]));
    const found = await read;
    return { topic: request.topic, ...found, ends, elapsedMs: performance.now() - beginMs };
  } catch (error) {
    if (error instanceof FailureError) throw error;
    throw failed('KAFKA_NOT_READY', { bootstrapServers, reason: (error as Error).message });
  } finally {
    await Promise.allSettled([reader?.close(), admin.disconnect()]);
  }
}

type Found = Pick<KafkaRecords, 'records' | 'scanned' | 'stoppedBy' | 'next' | 'reached'>;

/** One search over the partitions of a topic. */
class RecordSearch {
  private scanned = 0;
  private readonly matches: (message: KafkaMessage) => boolean;
  private readonly most: number;
  /** The next offset of each partition that was read. */
  private readonly reached = new Map<number, number>();

  constructor(
    private readonly reader: PartitionReader,
    private readonly request: KafkaRecordsRequest,
    private readonly isOver: IsOver,
  ) {
    this.matches = recordFilter(request);
    this.most = mostCharactersOf(request.limit);
  }

  /** From the starts on: the first records by time, and where each partition was left. */
  async onward(ranges: readonly PartitionRange[]): Promise<Found> {
    const { limit } = this.request;
    const { records, isCutShort } = await this.readAll(ranges, limit);
    const first = records.sort(byTime).slice(0, limit);
    const next: Record<string, number> = {};
    for (const { partition, start } of ranges) {
      const left = records.slice(limit).filter((record) => record.partition === partition);
      const reached = this.reached.get(partition) ?? start;
      next[partition] = Math.min(reached, ...left.map((record) => record.offset));
    }
    const isAtEnd = ranges.every(({ partition, end }) => next[partition]! >= end);
    const stoppedBy = isAtEnd ? 'end' : isCutShort ? 'time' : 'limit';
    const place = { reached: next, next: isAtEnd ? null : next };
    return { records: first, scanned: this.scanned, stoppedBy, ...place };
  }

  /** From the end back, in ever larger steps, until there are enough. */
  async newest(ranges: readonly PartitionRange[]): Promise<Found> {
    const { limit } = this.request;
    const records: KafkaRecord[] = [];
    let ends = ranges;
    let isCutShort = false;
    for (let step = limit; !isCutShort && records.length < limit; step *= 4) {
      const part = ends.map((range) => ({
        ...range,
        start: Math.max(range.first, range.end - step),
      }));
      if (part.every(({ start, end }) => start >= end)) break;
      const read = await this.readAll(part, Infinity);
      records.push(...read.records);
      isCutShort = read.isCutShort;
      ends = part.map((range) => ({ ...range, end: range.start }));
    }
    const isAtStart = ends.every(({ first, end }) => end <= first) && records.length <= limit;
    const stoppedBy = isCutShort ? 'time' : isAtStart ? 'end' : 'limit';
    const newest = records.sort((a, b) => byTime(b, a)).slice(0, limit);
    const reached = Object.fromEntries(ranges.map(({ partition, end }) => [partition, end]));
    return { records: newest, scanned: this.scanned, stoppedBy, next: null, reached };
  }

  /** All matches of the ranges, at most `enough` and those of the same fetch of each partition. */
  private async readAll(ranges: readonly PartitionRange[], enough: number) {
    const records: KafkaRecord[] = [];
    const counts = new Map<number, number>();
    const open = new Map(
      ranges.filter(({ start, end }) => start < end).map((range) => [range.partition, range]),
    );
    for (const { partition, start } of open.values()) this.reached.set(partition, start);
    while (open.size > 0 && !this.isOver()) {
      const places = [...open.keys()].map((one) => [one, this.reached.get(one)!] as const);
      for (const { partition, records: fetched, nextOffset } of await this.reader.fetch(
        new Map(places),
      )) {
        const { end } = open.get(partition)!;
        const inRange = fetched.filter(({ offset }) => Number(offset) < end);
        const found = inRange.filter(this.matches);
        this.scanned += inRange.length;
        records.push(...found.map((one) => showRecord(partition, one, this.most)));
        counts.set(partition, (counts.get(partition) ?? 0) + found.length);
        this.reached.set(partition, Math.min(end, nextOffset));
        if (nextOffset >= end || counts.get(partition)! >= enough) open.delete(partition);
      }
    }
    return { records, isCutShort: open.size > 0 };
  }
}

function byTime(a: KafkaRecord, b: KafkaRecord): number {
  const byTimestamp = (a.timestampMs ?? 0) - (b.timestampMs ?? 0);
  return byTimestamp || a.partition - b.partition || a.offset - b.offset;
}
