import type { StreamPack } from '../../contract/stream-pack';
import type {
  EventGenerator,
  EventSource,
  GeneratedEvent,
  OutgoingRecord,
} from '../event-generator';
import { seededRandom } from '../seeded-random';
import { Wake } from '../wake';
import { closedBeforeMs } from './closed-before';
import type { Fault } from './fault-plan';
import { malformedValue } from './malformed-value';

/** Late events lie in the hour before the oldest open window. */
const lateSpreadMs = 3_600_000;
/** What a fault holds is drawn apart from its place in the plan and from the ordinary events. */
const salts = { late: 0x0c105ed, malformed: 0x0bad };

export interface FaultyEventsOptions {
  readonly generator: EventGenerator;
  readonly pack: StreamPack;
  readonly seed: number;
  readonly plan: readonly Fault[];
  /** Ordinary events to send; null = until `endOrdinary`. */
  readonly ordinary: number | null;
}

/**
 * A generator's events with the faults of a plan among them, each exactly once. A late event that is
 * due before `openLate` waits while the others go on; what is still planned when the ordinary events
 * end comes after them. What an event holds depends on its place in the plan alone, not on when the
 * late ones could be sent.
 */
export class FaultyEvents implements EventSource {
  private ordinaryLeft: number;
  private sentOrdinary = 0;
  private planned = 0;
  private waitingLate = 0;
  private sentLate = 0;
  private sentMalformed = 0;
  private lateBeforeMs: number | null = null;
  private waitsSinceMs: number | null = null;
  private readonly wake = new Wake();
  /** Number of the first event of a data folder that this source makes; null before the first. */
  private firstNumber: number | null = null;
  /** Late and malformed events take the first numbers, so that no two events share one. */
  private readonly ownNumbers: number;
  private readonly lateCount: number;
  /** Event times of the ordinary events that will be repeated, by their count. */
  private readonly repeated: Map<number, number | null>;
  private newest = { count: 0, micros: 0 };

  constructor(private readonly options: FaultyEventsOptions) {
    const { plan, ordinary } = options;
    this.ordinaryLeft = ordinary ?? Infinity;
    this.lateCount = plan.filter(({ kind }) => kind === 'late').length;
    this.ownNumbers = plan.filter(({ kind }) => kind !== 'duplicate').length;
    this.repeated = new Map(
      plan.flatMap((fault) => (fault.kind === 'duplicate' ? [[fault.of, null]] : [])),
    );
  }

  /** Since when late events alone are left and wait for `openLate`, epoch ms; null when none does. */
  get waitingSinceMs(): number | null {
    return this.waitsSinceMs;
  }

  /** True until it is told the watermark that late events need. */
  get needsWatermark(): boolean {
    return this.lateCount > 0 && this.lateBeforeMs === null;
  }

  /** Late events may be sent: `maxEventTimeMs` is the newest event time of a committed batch. */
  openLate(maxEventTimeMs: number): void {
    this.lateBeforeMs = closedBeforeMs(this.options.pack, maxEventTimeMs);
    this.wake.up();
  }

  /** No more ordinary events, but for one when there was none yet: a repetition needs it. */
  endOrdinary(): void {
    this.ordinaryLeft = this.sentOrdinary === 0 ? 1 : 0;
    this.wake.up();
  }

  async take(
    firstSequence: number,
    timesMicros: readonly number[],
    stopped: AbortSignal,
  ): Promise<readonly OutgoingRecord[]> {
    this.firstNumber ??= firstSequence;
    for (;;) {
      const taken: OutgoingRecord[] = [];
      for (const micros of timesMicros) {
        const record = this.next(micros);
        if (record === null) break;
        taken.push({ ...record, sequence: firstSequence + taken.length });
      }
      if (taken.length > 0 || this.waitingLate === 0 || stopped.aborted) return taken;
      this.waitsSinceMs ??= Date.now();
      await this.wake.wait(stopped);
      this.waitsSinceMs = null;
    }
  }

  /** Null when nothing is left, or nothing but late events that must wait. */
  private next(micros: number): OutgoingRecord | null {
    const { plan } = this.options;
    const isLateOpen = this.lateBeforeMs !== null;
    if (this.sentOrdinary > 0) {
      if (this.waitingLate > 0 && isLateOpen) {
        this.waitingLate -= 1;
        return this.late(micros);
      }
      for (;;) {
        const fault = plan[this.planned];
        const isDue = fault && (this.ordinaryLeft === 0 || fault.after <= this.sentOrdinary);
        if (!isDue) break;
        this.planned += 1;
        if (fault.kind !== 'late' || isLateOpen) return this.make(fault, micros);
        this.waitingLate += 1;
      }
    }
    return this.ordinaryLeft > 0 ? this.ordinary(micros) : null;
  }

  private make(fault: Fault, micros: number): OutgoingRecord {
    switch (fault.kind) {
      case 'late':
        return this.late(micros);
      case 'duplicate':
        return { ...this.repeat(fault.of), timestampMs: Math.floor(micros / 1000) };
      case 'malformed': {
        const { pack, seed } = this.options;
        const event = this.event(this.lateCount + this.sentMalformed++, micros);
        const random = seededRandom(seed ^ salts.malformed, this.sentMalformed);
        const logLine = `Malformed on purpose: ${fault.as}`;
        return { ...event, value: malformedValue(fault.as, event, pack, random), logLine };
      }
    }
  }

  private ordinary(micros: number): GeneratedEvent {
    this.ordinaryLeft -= 1;
    this.sentOrdinary += 1;
    this.newest = { count: this.sentOrdinary, micros };
    if (this.repeated.has(this.sentOrdinary)) this.repeated.set(this.sentOrdinary, micros);
    return this.event(this.ownNumbers + this.sentOrdinary - 1, micros);
  }

  /** The same again, byte for byte; the newest when the ordinary events ended before that one. */
  private repeat(count: number): GeneratedEvent {
    const micros = this.repeated.get(count) ?? null;
    const { newest } = this;
    return micros === null
      ? this.event(this.ownNumbers + newest.count - 1, newest.micros)
      : this.event(this.ownNumbers + count - 1, micros);
  }

  private late(micros: number): GeneratedEvent {
    const random = seededRandom(this.options.seed ^ salts.late, this.sentLate);
    const lateMs = (this.lateBeforeMs ?? 0) - random.integer(1, lateSpreadMs);
    const event = this.event(this.sentLate++, lateMs * 1000);
    return { ...event, timestampMs: Math.floor(micros / 1000) };
  }

  private event(number: number, micros: number): GeneratedEvent {
    return this.options.generator.event((this.firstNumber ?? 1) + number, micros);
  }
}
