import { createHash } from 'node:crypto';
import type { StreamPack } from '../contract/stream-pack';

/** What the producer needs of a replayed event. */
export interface CompleteEvent {
  readonly eventId: string;
  readonly key: string;
  readonly value: string;
}

/** An id that is the same at every replay: from the file's content and the line number. */
export function deterministicId(contentHash: string, line: number): string {
  const hex = createHash('sha256').update(`${contentHash}:${line}`).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return [...parts, hex.slice(20, 32)].join('-');
}

/**
 * Adds event id and schema version where they are absent. `text` is the event's own JSON: it is
 * kept character by character, null when there is none. Throws a plain reason for an unfit id.
 */
export function completeEvent(
  event: Readonly<Record<string, unknown>>,
  text: string | null,
  pack: StreamPack,
  madeId: string,
): CompleteEvent {
  const given = event[pack.eventIdField] ?? null;
  const eventId = given === null || given === '' ? madeId : given;
  // The producer's record is a CSV file: an id must not break its lines.
  if (typeof eventId !== 'string' || !/^[\w.:-]{1,128}$/.test(eventId)) {
    throw new Error(`field ${pack.eventIdField} is not a usable id`);
  }
  const version = event[pack.schemaVersionField] ?? pack.schemaVersion;
  const added = { [pack.eventIdField]: eventId, [pack.schemaVersionField]: version };
  const isWhole = Object.entries(added).every(([name, value]) => event[name] === value);
  const key = event[pack.keyField ?? pack.eventIdField] ?? eventId;
  return {
    eventId,
    key: typeof key === 'object' ? JSON.stringify(key) : String(key),
    value: isWhole && text !== null ? text : withAdded(event, text, added),
  };
}

function withAdded(
  event: Readonly<Record<string, unknown>>,
  text: string | null,
  added: Readonly<Record<string, unknown>>,
): string {
  const absent = Object.entries(added).filter(([name]) => !(name in event));
  const holdsEmpty = Object.entries(added).some(
    ([name, value]) => name in event && event[name] !== value,
  );
  if (text === null || holdsEmpty) return JSON.stringify({ ...event, ...added });
  // Written behind the rest, so that long numbers stay as they are.
  const members = JSON.stringify(Object.fromEntries(absent)).slice(1);
  const body = text.slice(0, text.lastIndexOf('}')).trimEnd();
  return `${body}${body.endsWith('{') ? '' : ','}${members}`;
}
