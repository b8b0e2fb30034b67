import { Partitioners, type Producer, type RecordMetadata } from 'kafkajs';
import pRetry from 'p-retry';
import { failed } from '../contract/failure';
import type { OutgoingRecord } from '../generate/event-generator';
import type { Acknowledgement } from './producer-record';
import { toOffset } from './topic-offsets';

/** A stop waits so long for the answer to a send that is under way. */
const lastTriesMs = 3_000;

/** With the broker's time of the record, null where the topic does not keep that. */
export interface TimedAcknowledgement extends Acknowledgement {
  readonly appendedAtMs: number | null;
}

const partitioner = Partitioners.DefaultPartitioner();

/** The partition of a key as Kafka's Java client chooses it (murmur2), so that all tools agree. */
export function partitionOf(topic: string, key: string, partitions: number): number {
  const partitionMetadata = Array.from({ length: partitions }, (_, partitionId) => ({
    partitionId,
    leader: 1,
    replicas: [1],
    isr: [1],
    partitionErrorCode: 0,
  }));
  return partitioner({ topic, partitionMetadata, message: { key, value: null } });
}

/**
 * Sends one batch and repeats it until the broker acknowledges it; a repeat is harmless because
 * every record carries its event id. Returns where each event went; an empty list when `signal`
 * stopped the tries before an answer came (the events are then noted as sent, not acknowledged).
 * Fails with `PRODUCER_SEND_FAILED` when the broker will never take it.
 */
export async function sendUntilAcknowledged(
  producer: Producer,
  topic: string,
  partitions: number,
  events: readonly OutgoingRecord[],
  options: { signal: AbortSignal; onFailedTry: (isRepeated: boolean) => void },
): Promise<TimedAcknowledgement[]> {
  const routed = events.map((event) => ({
    event,
    partition: partitionOf(topic, event.key, partitions),
  }));
  const messages = routed.map(({ event, partition }) => ({
    key: event.key,
    value: event.value,
    partition,
    headers: { produced_at: String(event.timestampMs) },
  }));
  let stoppedAtMs: number | null = null;
  const send = () => producer.send({ topic, acks: -1, timeout: 10_000, messages });
  try {
    const answer = await pRetry(send, {
      retries: Infinity,
      minTimeout: 100,
      maxTimeout: 2_000,
      factor: 2,
      shouldRetry: ({ error }) => {
        if (isTooLarge(error)) return false;
        if (options.signal.aborted) stoppedAtMs ??= Date.now();
        return stoppedAtMs === null || Date.now() - stoppedAtMs < lastTriesMs;
      },
      onFailedAttempt: async ({ error }) => {
        options.onFailedTry(!isTooLarge(error));
        // kafkajs does not reconnect by itself after "Broker not connected".
        if (!isTooLarge(error)) await producer.connect().catch(() => undefined);
      },
    });
    return acknowledge(routed, answer);
  } catch (error) {
    if (!isTooLarge(error)) return [];
    throw failed('PRODUCER_SEND_FAILED', { topic, ...largestOf(events) });
  }
}

/** A repeat would be refused again, and append once more what went to the other partitions. */
function isTooLarge(error: unknown): boolean {
  const { type, cause } = error as { type?: unknown; cause?: unknown };
  if (cause) return isTooLarge(cause);
  return type === 'MESSAGE_TOO_LARGE' || type === 'RECORD_LIST_TOO_LARGE';
}

function largestOf(events: readonly OutgoingRecord[]): { eventId: string; bytes: number } {
  const sizes = events.map(({ value }) => (value === null ? 0 : Buffer.byteLength(value)));
  const bytes = Math.max(...sizes);
  return { eventId: events[sizes.indexOf(bytes)]!.eventId, bytes };
}

/** Records of one send and partition get consecutive offsets from the answer's base offset. */
function acknowledge(
  routed: readonly { event: OutgoingRecord; partition: number }[],
  answer: readonly RecordMetadata[],
): TimedAcknowledgement[] {
  const nextOffset = new Map(
    answer.map((one) => [one.partition, toOffset(one.baseOffset ?? one.offset ?? 'NaN')]),
  );
  const appendedAtMs = new Map(
    answer.map(({ partition, logAppendTime }) => [partition, Number(logAppendTime ?? -1)]),
  );
  return routed.map(({ event, partition }) => {
    const offset = nextOffset.get(partition) ?? Number.NaN;
    nextOffset.set(partition, offset + 1);
    const toldMs = appendedAtMs.get(partition) ?? -1;
    return {
      sequence: event.sequence,
      partition,
      offset,
      appendedAtMs: toldMs < 0 ? null : toldMs,
    };
  });
}

/**
 * Milliseconds from the making of each event to its append, where the broker told the time of that;
 * a clock that was set back meanwhile makes none negative.
 */
export function appendDelays(
  events: readonly OutgoingRecord[],
  acknowledgements: readonly TimedAcknowledgement[],
): number[] {
  return acknowledgements.flatMap(({ appendedAtMs }, index) =>
    appendedAtMs === null ? [] : Math.max(0, appendedAtMs - events[index]!.timestampMs),
  );
}
