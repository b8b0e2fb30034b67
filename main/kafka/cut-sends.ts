import type { OutgoingRecord } from '../generate/event-generator';

/**
 * The broker takes 1,048,588 bytes of one send and partition, and a send is never split by the
 * library. All partitions together stay below it, with room for what frames each record.
 */
const mostSendBytes = 900_000;
/** Header, offsets and lengths around a record's key and value. */
const frameBytes = 80;

/** Key and value of a record in bytes, with what frames it. */
function recordBytes({ key, value }: OutgoingRecord): number {
  return Buffer.byteLength(key) + (value === null ? 0 : Buffer.byteLength(value)) + frameBytes;
}

/** Events in their order, in sends that the broker takes; one that is larger alone stays alone. */
export function cutSends(events: readonly OutgoingRecord[]): OutgoingRecord[][] {
  const sends: OutgoingRecord[][] = [];
  let bytes = 0;
  for (const event of events) {
    const more = recordBytes(event);
    bytes += more;
    const open = sends.at(-1);
    if (open && bytes <= mostSendBytes) {
      open.push(event);
    } else {
      sends.push([event]);
      bytes = more;
    }
  }
  return sends;
}
