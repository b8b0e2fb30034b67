import { z } from 'zod';
import { failure } from './failure';
import { componentHealth, serviceStatus } from './service';
import { sparkUiAddress } from './spark-ui';

export const pipelineState = z.enum([
  'stopped',
  'checking',
  'starting',
  'running',
  'degraded',
  'stopping',
  'failed',
]);
export type PipelineState = z.infer<typeof pipelineState>;

/** The steps of a start, in order (ux.md section 2). */
export const startSteps = [
  'folders',
  'port',
  'broker',
  'topics',
  'query',
  'producer',
  'firstBatch',
] as const;
/** The steps of a stop, in order. */
export const stopSteps = ['producerFlush', 'currentBatch', 'streamingJob', 'brokerStop'] as const;

/** The parts that can be restarted, or started alone, while the others go on. */
export const pipelinePart = z.enum(['broker', 'streamingJob', 'producer']);
export type PipelinePart = z.infer<typeof pipelinePart>;

/** What a start leaves out: `streamingJob` starts no producer, `producer` no streaming job. */
export const onlyPart = z.enum(['streamingJob', 'producer']);
export type OnlyPart = z.infer<typeof onlyPart>;

/** Progress inside `checking`, `starting` or `stopping`: step `number` of `count`, both from 1. */
export const pipelineStep = z.object({
  name: z.enum([...startSteps, ...stopSteps]),
  number: z.number().int(),
  count: z.number().int(),
  sinceMs: z.number(),
});
export type PipelineStep = z.infer<typeof pipelineStep>;

/**
 * The whole pipeline at one moment. `reason` names the worst part while degraded, else null;
 * `failure` is set in state `failed` only; `bootstrapServers` is null while no broker runs,
 * `sparkUi` where Spark serves no pages of its own.
 */
export const pipelineStatus = z.object({
  state: pipelineState,
  sinceMs: z.number(),
  step: pipelineStep.nullable(),
  reason: z.string().nullable(),
  failure: failure.nullable(),
  pack: z.string(),
  bootstrapServers: z.string().nullable(),
  sparkUi: sparkUiAddress.nullable(),
  services: z.object({ broker: serviceStatus, streamingJob: serviceStatus }),
  components: z.array(componentHealth),
});
export type PipelineStatus = z.infer<typeof pipelineStatus>;

/** A part that runs again; `tookMs` runs from the request to its proof of readiness. */
export const partRestarted = z.object({ part: pipelinePart, tookMs: z.number() });
export type PartRestarted = z.infer<typeof partRestarted>;
