import { setTimeout as delay } from 'node:timers/promises';
import { failed, FailureError } from '../contract/failure';
import type { BrokerWatch } from '../health/broker-watch';
import type { RecordProducer } from '../kafka/record-producer';
import type { StreamingState } from '../streaming/streaming-state';
import type { ChildService } from '../supervisor/child-service';
import type { Pipeline } from './pipeline';

/** What tells whether records still arrive. */
export interface ProcessingParts {
  readonly pipeline: Pipeline;
  readonly broker: ChildService;
  readonly streamingJob: ChildService;
  readonly streaming: StreamingState;
  readonly producer: RecordProducer;
  readonly brokerWatch: BrokerWatch;
}

const lookEveryMs = 100;

/**
 * Waits until every record of the topic is in the aggregates. Fails with `STREAMING_BEHIND` when it
 * is not within `deadlineMs`, with `REQUEST_CANCELLED` when `signal` aborts, and like
 * `throwIfBroken`.
 */
export async function untilProcessed(
  parts: ProcessingParts,
  { deadlineMs, signal = null }: { deadlineMs: number; signal?: AbortSignal | null },
): Promise<void> {
  for (const endMs = Date.now() + deadlineMs; ; await delay(lookEveryMs)) {
    if (signal?.aborted) throw failed('REQUEST_CANCELLED', { request: 'Waiting for the records' });
    // A broker that is being restarted does not answer for a moment: not known yet.
    const lag = await parts.brokerWatch.readLag().then(
      (read) => read.lag,
      () => null,
    );
    if (lag === 0) return;
    throwIfBroken(parts);
    if (Date.now() > endMs) {
      throw failed('STREAMING_BEHIND', { pending: lag, seconds: deadlineMs / 1000 });
    }
  }
}

/** Throws the failure of a part that will not come back: waiting for it would never end. */
export function throwIfBroken(parts: Omit<ProcessingParts, 'brokerWatch'>): void {
  for (const { status } of [parts.broker, parts.streamingJob]) {
    if (status.state === 'failed') throw new FailureError(status.failure);
  }
  const { producer, pipeline, streaming } = parts;
  streaming.throwIfFailed();
  if (pipeline.phase.failure) throw new FailureError(pipeline.phase.failure);
  if (pipeline.phase.state === 'running' && producer.failure && !producer.isComplete) {
    throw new FailureError(producer.failure);
  }
}
