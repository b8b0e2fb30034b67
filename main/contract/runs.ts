import { z } from 'zod';
import { pipelineStep } from './pipeline';
import { runOnceSteps } from './run-once';

export const runsRequest = z.object({ limit: z.number().int().min(1).max(200).default(20) });

/**
 * A step of a run. `outputs` is what was known at its end, `logExcerpt` what the app logged meanwhile,
 * at most 20 lines; both null where there was nothing, `endedAtMs` while it goes on.
 */
export const runStep = z.object({
  number: z.number().int(),
  operation: z.enum(['start', 'stop', 'once']),
  step: z.enum([...pipelineStep.shape.name.options, ...runOnceSteps]),
  status: z.enum(['running', 'done', 'failed', 'interrupted']),
  startedAtMs: z.number(),
  endedAtMs: z.number().nullable(),
  outputs: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).nullable(),
  logExcerpt: z.string().nullable(),
});
export type RunStep = z.infer<typeof runStep>;

/**
 * One start-to-stop of the pipeline, or a run once. `status` is the state of the pipeline, `done` of
 * a run once that is over, or `interrupted` when the app ended before it; `runningAtMs` null when it
 * never ran, `endedAtMs` while it goes on, `failure` a code.
 */
export const run = z.object({
  runId: z.string(),
  pack: z.string(),
  status: z.enum([
    'checking',
    'starting',
    'running',
    'degraded',
    'stopping',
    'stopped',
    'done',
    'failed',
    'interrupted',
  ]),
  startedAtMs: z.number(),
  runningAtMs: z.number().nullable(),
  endedAtMs: z.number().nullable(),
  failure: z.string().nullable(),
  steps: z.array(runStep),
});
export type Run = z.infer<typeof run>;

/** The newest runs, the newest first, each with its steps in order. */
export const runs = z.object({ runs: z.array(run) });
export type Runs = z.infer<typeof runs>;
