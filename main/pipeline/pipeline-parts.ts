import type { PipelinePart } from '../contract/pipeline';

/**
 * What the pipeline starts and stops. Every start step either succeeds or throws a `FailureError`;
 * every stop step ends whatever state its part is in, and may be called at any moment.
 */
export interface PipelineParts {
  checkFolders(): Promise<void>;
  choosePort(): Promise<void>;
  startBroker(signal: AbortSignal): Promise<void>;
  ensureTopics(signal: AbortSignal): Promise<void>;
  startStreamingJob(signal: AbortSignal): Promise<void>;
  startProducer(signal: AbortSignal): Promise<void>;
  waitForFirstBatch(signal: AbortSignal): Promise<void>;
  /** Ends one part in order, the others going on, and starts it as it was; aborted by a stop. */
  restart(part: PipelinePart, signal: AbortSignal): Promise<void>;
  stopProducer(): Promise<void>;
  askStreamingJobToStop(): Promise<void>;
  stopStreamingJob(): Promise<void>;
  stopBroker(): Promise<void>;
}
