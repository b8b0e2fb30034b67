import type { StreamPack } from '../../contract/stream-pack';
import type { GeneratedEvent, OutgoingRecord } from '../event-generator';
import { isoMicros } from '../iso-micros';
import type { SeededRandom } from '../seeded-random';
import { unknownValueField, type MalformedKind } from './malformed-kinds';

/** The most that the broker takes by default is a little more. */
const megabyte = 1_000_000;
const yearMs = 365 * 86_400_000;
/** A byte that UTF-8 never has. */
const foreignByte = Buffer.from([0xff]);

/** An event's value with one thing wrong; `kind` is one of `malformedKindsOf` this pack. */
export function malformedValue(
  kind: MalformedKind,
  event: GeneratedEvent,
  pack: StreamPack,
  random: SeededRandom,
): OutgoingRecord['value'] {
  const { value } = event;
  const cut = random.integer(1, value.length - 1);
  const changed = (field: string, to: unknown) =>
    JSON.stringify({ ...(JSON.parse(value) as object), [field]: to });
  switch (kind) {
    case 'notJson':
      return value.slice(0, cut);
    case 'tombstone':
      return null;
    case 'emptyValue':
      return '';
    case 'invalidUtf8':
      return Buffer.concat([
        Buffer.from(value.slice(0, cut)),
        foreignByte,
        Buffer.from(value.slice(cut)),
      ]);
    case 'wrongType': {
      const { name, type } = random.oneOf(pack.fields);
      return changed(name, type === 'string' ? { of: 'a wrong type' } : 'of a wrong type');
    }
    case 'missingField':
      return changed(random.oneOf(pack.fields.filter(({ required }) => required)).name, undefined);
    case 'newerSchema':
      return changed(pack.schemaVersionField, pack.schemaVersion + 1);
    case 'megabyte': {
      const { name } = random.oneOf(
        pack.fields.filter(({ type, required }) => required && type !== 'string'),
      );
      return changed(name, 'x'.repeat(megabyte - Buffer.byteLength(value)));
    }
    case 'farFuture':
      return changed(pack.eventTimeField, isoMicros((event.timestampMs + yearMs) * 1000));
    case 'unknownValue':
      return changed(unknownValueField(pack)?.name ?? '', `UNKNOWN-${random.integer(0, 9999)}`);
  }
}
