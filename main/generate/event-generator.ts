/** One record, ready to be sent: key as text, value as it goes out, and the line that a log shows. */
export interface OutgoingRecord {
  /** Sequence number in the data folder, from 1. */
  readonly sequence: number;
  /** Noted by the producer for every record, whether or not the value tells it too. */
  readonly eventId: string;
  readonly timestampMs: number;
  readonly key: string;
  /** Bytes where it is no text; null is Kafka's record without value. */
  readonly value: string | Buffer | null;
  readonly logLine: string;
}

/** One generated event: a record whose value is JSON text. */
export interface GeneratedEvent extends OutgoingRecord {
  readonly value: string;
}

/**
 * A seeded generator: a pure function of (seed, sequence, time), so that the same seed and the same
 * start time give the same events byte for byte, and a restart goes on at any sequence number.
 */
export interface EventGenerator {
  /** `timestampMicros`: event time in microseconds since the epoch. */
  event(sequence: number, timestampMicros: number): GeneratedEvent;
}

/** Where the producer pulls its records from, whenever some are due; it is asked once at a time. */
export interface EventSource {
  /**
   * At most as many records as `timesMicros` has due times, numbered from `firstSequence`; none =
   * the end, unless `stopped` is aborted: a source that waits for something must then let go.
   */
  take(
    firstSequence: number,
    timesMicros: readonly number[],
    stopped: AbortSignal,
  ): Promise<readonly OutgoingRecord[]>;
}
