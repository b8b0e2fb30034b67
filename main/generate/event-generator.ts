/** One generated event, ready to be sent: JSON text, key as text, and the line that a log shows. */
export interface GeneratedEvent {
  /** Sequence number in the data folder, from 1. */
  readonly sequence: number;
  readonly eventId: string;
  readonly timestampMs: number;
  readonly key: string;
  readonly value: string;
  readonly logLine: string;
}

/**
 * A seeded generator: a pure function of (seed, sequence, time), so that the same seed and the same
 * start time give the same events byte for byte, and a restart goes on at any sequence number.
 */
export interface EventGenerator {
  /** `timestampMicros`: event time in microseconds since the epoch. */
  event(sequence: number, timestampMicros: number): GeneratedEvent;
}

/** Where the producer pulls its events from, whenever some are due; it is asked once at a time. */
export interface EventSource {
  /** At most as many events as `timesMicros` has due times, numbered from `firstSequence`; none = the end. */
  take(firstSequence: number, timesMicros: readonly number[]): Promise<readonly GeneratedEvent[]>;
}
