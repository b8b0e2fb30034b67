import type { StreamPack } from '../../../main/contract/stream-pack';
import type {
  EventGenerator,
  EventSource,
  GeneratedEvent,
  OutgoingRecord,
} from '../../../main/generate/event-generator';
import {
  malformedKindsOf,
  type MalformedKind,
} from '../../../main/generate/faults/malformed-kinds';
import { malformedValue } from '../../../main/generate/faults/malformed-value';
import { seededRandom, type SeededRandom } from '../../../main/generate/seeded-random';

/** What becomes of an event: `good`, `late` and `duplicate` are accepted, the others are rejected. */
export type EventKind = 'good' | 'late' | 'duplicate' | MalformedKind;

/** One event as it was handed to the producer. */
export interface MixedEvent {
  readonly kind: EventKind;
  readonly eventId: string;
  /** What it adds to the revenue when it is accepted for the first time; 0 for a rejected one. */
  readonly cents: number;
}

const shares = [
  { kind: 'good', weight: 78 },
  { kind: 'late', weight: 6 },
  { kind: 'duplicate', weight: 8 },
  { kind: 'malformed', weight: 8 },
] as const;

/** Late events come once the watermark has moved: earlier ones would be the newest there are. */
const firstLate = 300;
const lateByMicros = 2 * 3_600_000_000;
/** What the packs' rules let an event be ahead of the broker's clock. */
const furthestAheadMs = 300_000;

/**
 * A pack's events with late, repeated and malformed ones among them, by seed and sequence number. Remembers
 * what it made, for the account at the end: a repetition is a copy of one of them.
 */
export class MixedEvents implements EventSource {
  readonly made = new Map<number, MixedEvent>();
  /** So many values of a megabyte may still come; others are cut JSON instead. */
  megabytesLeft = Infinity;
  /** What the clocks are ahead of the true one. */
  private clocks = { eventsMicros: 0, brokerMicros: 0 };
  private readonly accepted: GeneratedEvent[] = [];
  private readonly malformedKinds: readonly MalformedKind[];

  constructor(
    private readonly seed: number,
    private readonly generator: EventGenerator,
    private readonly pack: StreamPack,
  ) {
    this.malformedKinds = [...malformedKindsOf(pack).keys()];
  }

  /** Sets the clock of the events so far ahead of the true one, and says if the broker's is, too. */
  moveClock(aheadMs: number, isBrokersToo: boolean): void {
    const eventsMicros = aheadMs * 1000;
    this.clocks = { eventsMicros, brokerMicros: isBrokersToo ? eventsMicros : 0 };
  }

  async take(
    firstSequence: number,
    timesMicros: readonly number[],
  ): Promise<readonly OutgoingRecord[]> {
    return timesMicros.map((micros, index) => this.event(firstSequence + index, micros));
  }

  private event(sequence: number, timestampMicros: number): OutgoingRecord {
    const random = seededRandom(this.seed ^ 0x5eed, sequence);
    const kind = this.kindOf(sequence, random);
    const lateness = kind === 'late' ? lateByMicros : 0;
    const atMicros = timestampMicros + this.clocks.eventsMicros - lateness;
    const own = this.generator.event(sequence, atMicros);
    if (kind !== 'good' && kind !== 'late' && kind !== 'duplicate') {
      this.made.set(sequence, { kind, eventId: own.eventId, cents: 0 });
      return { ...own, value: malformedValue(kind, own, this.pack, random) };
    }
    const event = kind === 'duplicate' ? random.oneOf(this.accepted) : own;
    // A copy of what was sent before the broker's clock went back comes from the future: a rule
    // rejects it, which counts where the original was lost on the way.
    const brokerTimeMs = (timestampMicros + this.clocks.brokerMicros) / 1000;
    const isAhead = event.timestampMs > brokerTimeMs + furthestAheadMs;
    const cents = isAhead ? 0 : centsOf(event.value);
    this.made.set(sequence, { kind, eventId: event.eventId, cents });
    if (kind !== 'duplicate') this.accepted.push(event);
    return { ...event, sequence, timestampMs: own.timestampMs };
  }

  private kindOf(sequence: number, random: SeededRandom): EventKind {
    const { kind } = random.weighted(shares);
    if (kind === 'malformed') {
      const malformed = random.oneOf(this.malformedKinds);
      return malformed === 'megabyte' && --this.megabytesLeft < 0 ? 'notJson' : malformed;
    }
    const isTooEarly = kind === 'late' ? sequence < firstLate : this.accepted.length === 0;
    return isTooEarly ? 'good' : kind;
  }
}

/** The total of an order; of a sale quantity times unit price, as Silver computes it. */
function centsOf(value: string): number {
  const { total_price, quantite, prix_unitaire } = JSON.parse(value) as Record<string, number>;
  return Math.round((total_price ?? (quantite ?? NaN) * (prix_unitaire ?? NaN)) * 100);
}
