import type { KafkaMessage } from 'kafkajs';
import type { KafkaRecord, ShownBytes } from '../contract/kafka-records';
import { toOffset } from './topic-offsets';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of valid UTF-8; null for other bytes. */
function textOf(bytes: Buffer): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** Bytes as text where they are UTF-8, else as base64; at most `most` characters of either. */
export function showBytes(bytes: Buffer | string | null | undefined, most: number): ShownBytes {
  if (bytes === null || bytes === undefined) return { kind: 'none' };
  const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const sizeBytes = buffer.length;
  const text = textOf(buffer);
  if (text !== null)
    return { kind: 'text', text: text.slice(0, most), sizeBytes, isCut: text.length > most };
  // Whole groups of three bytes, so that the base64 needs no padding within.
  const mostBytes = Math.floor(most / 4) * 3;
  const base64 = buffer.subarray(0, mostBytes).toString('base64');
  return { kind: 'binary', base64, sizeBytes, isCut: sizeBytes > mostBytes };
}

/** A record for a person, its texts cut at `most` characters. */
export function showRecord(partition: number, message: KafkaMessage, most: number): KafkaRecord {
  const timestampMs = Number(message.timestamp);
  return {
    partition,
    offset: toOffset(message.offset),
    timestampMs: timestampMs >= 0 ? timestampMs : null,
    key: showBytes(message.key, most),
    value: showBytes(message.value, most),
    headers: headersOf(message).map(([name, value]) => ({ name, value: showBytes(value, most) })),
  };
}

/** Names and values in their order; kafkajs gives a list where a name stands several times. */
export function headersOf({
  headers,
}: Pick<KafkaMessage, 'headers'>): [string, Buffer | string | undefined][] {
  return Object.entries(headers ?? {}).flatMap(([name, values]) =>
    (Array.isArray(values) ? values : [values]).map((value) => [name, value] as [string, Buffer]),
  );
}
