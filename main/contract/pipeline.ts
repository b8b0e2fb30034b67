import { z } from 'zod';
import { failure } from './failure';
import { componentHealth, serviceStatus } from './service';

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
 * `failure` is set in state `failed` only; `bootstrapServers` is null while no broker runs.
 */
export const pipelineStatus = z.object({
  state: pipelineState,
  sinceMs: z.number(),
  step: pipelineStep.nullable(),
  reason: z.string().nullable(),
  failure: failure.nullable(),
  pack: z.string(),
  bootstrapServers: z.string().nullable(),
  services: z.object({ broker: serviceStatus, streamingJob: serviceStatus }),
  components: z.array(componentHealth),
});
export type PipelineStatus = z.infer<typeof pipelineStatus>;
