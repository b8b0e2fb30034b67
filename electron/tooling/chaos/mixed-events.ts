import type { EventGenerator, GeneratedEvent } from '../../../main/generate/event-generator';
import { seededRandom, type SeededRandom } from '../../../main/generate/seeded-random';

/** What becomes of an event: `good`, `late` and `duplicate` are sales, the others are rejected. */
export type EventKind =
  'good' | 'late' | 'duplicate' | 'notJson' | 'wrongType' | 'missingField' | 'nameless';

/** One event as it was handed to the producer. */
export interface MixedEvent {
  readonly kind: EventKind;
  readonly eventId: string;
  /** What it adds to the revenue when it is accepted for the first time; 0 for a rejected one. */
  readonly cents: number;
}

const kinds: readonly { readonly kind: EventKind; readonly weight: number }[] = [
  { kind: 'good', weight: 78 },
  { kind: 'late', weight: 6 },
  { kind: 'duplicate', weight: 8 },
  { kind: 'notJson', weight: 2 },
  { kind: 'wrongType', weight: 2 },
  { kind: 'missingField', weight: 2 },
  { kind: 'nameless', weight: 2 },
];

/** Late events come once the watermark has moved: earlier ones would be the newest there are. */
const firstLate = 300;
const lateByMicros = 2 * 3_600_000_000;

/**
 * Sales with late, repeated and malformed ones among them, by seed and sequence number. Remembers
 * what it made, for the account at the end: a repetition is a copy of one of them.
 */
export class MixedEvents implements EventGenerator {
  readonly made = new Map<number, MixedEvent>();
  /** Added to every event time: the clock of the events, moved. */
  clockOffsetMicros = 0;
  private readonly sales: GeneratedEvent[] = [];

  constructor(
    private readonly seed: number,
    private readonly generator: EventGenerator,
  ) {}

  event(sequence: number, timestampMicros: number): GeneratedEvent {
    const random = seededRandom(this.seed ^ 0x5eed, sequence);
    const kind = this.kindOf(sequence, random);
    const lateness = kind === 'late' ? lateByMicros : 0;
    const atMicros = timestampMicros + this.clockOffsetMicros - lateness;
    const own = this.generator.event(sequence, atMicros);
    const event = kind === 'duplicate' ? this.repeated(own, random) : malformed(own, kind);
    const isSale = ['good', 'late', 'duplicate'].includes(kind);
    const { eventId, value } = event;
    this.made.set(sequence, { kind, eventId, cents: isSale ? centsOf(value) : 0 });
    if (kind === 'good' || kind === 'late') this.sales.push(event);
    return event;
  }

  private kindOf(sequence: number, random: SeededRandom): EventKind {
    const { kind } = random.weighted(kinds);
    const isTooEarly = kind === 'late' ? sequence < firstLate : this.sales.length === 0;
    return isTooEarly ? 'good' : kind;
  }

  private repeated(own: GeneratedEvent, random: SeededRandom): GeneratedEvent {
    const { sequence, timestampMs } = own;
    return { ...random.oneOf(this.sales), sequence, timestampMs };
  }
}

function malformed(event: GeneratedEvent, kind: EventKind): GeneratedEvent {
  const fields = JSON.parse(event.value) as Record<string, unknown>;
  const without = (name: string) => JSON.stringify({ ...fields, [name]: undefined });
  switch (kind) {
    case 'notJson':
      return { ...event, value: `${event.value.slice(0, -1)}` };
    case 'wrongType':
      return { ...event, value: JSON.stringify({ ...fields, quantite: 'many' }) };
    case 'missingField':
      return { ...event, value: without('montant') };
    case 'nameless':
      return { ...event, value: without('event_id') };
    default:
      return event;
  }
}

/** Quantity times unit price, as Silver computes it. */
function centsOf(value: string): number {
  const { quantite, prix_unitaire } = JSON.parse(value) as Record<string, number>;
  return Math.round((quantite ?? NaN) * (prix_unitaire ?? NaN) * 100);
}
