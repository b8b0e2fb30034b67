import type { KafkaRecord, ShownBytes } from '../../../../main/contract/kafka-records';

/** A whole record as indented JSON; a value that is JSON is in it as JSON, bytes are base64. */
export function recordAsJson(topic: string, record: KafkaRecord): string {
  const { partition, offset, timestampMs, key, value, headers } = record;
  const named = headers.map((header) => ({ name: header.name, value: plain(header.value) }));
  return JSON.stringify(
    {
      ...{ topic, partition, offset },
      timestamp: timestampMs === null ? null : new Date(timestampMs).toISOString(),
      key: plain(key),
      headers: named,
      value: parsed(plain(value)),
    },
    null,
    2,
  );
}

function plain(bytes: ShownBytes): unknown {
  if (bytes.kind === 'none') return null;
  return bytes.kind === 'text' ? bytes.text : { base64: bytes.base64 };
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    const json: unknown = JSON.parse(value);
    return typeof json === 'object' ? json : value;
  } catch {
    return value;
  }
}
