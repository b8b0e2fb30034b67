import { z } from 'zod';
import { failure } from './failure';
import { sentence } from './sentence';

/** The child processes that the control center supervises. */
export const serviceName = z.enum(['broker', 'streamingJob']);
export type ServiceName = z.infer<typeof serviceName>;

/** Where one supervised service stands. All `…Ms` are epoch milliseconds. */
export const serviceStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('stopped') }),
  z.object({ state: z.literal('starting'), attempt: z.number().int(), sinceMs: z.number() }),
  z.object({ state: z.literal('running'), pid: z.number().int(), sinceMs: z.number() }),
  z.object({
    state: z.literal('backingOff'),
    attempt: z.number().int(),
    untilMs: z.number(),
    failure,
  }),
  z.object({ state: z.literal('stopping'), sinceMs: z.number() }),
  z.object({ state: z.literal('failed'), failure }),
]);
export type ServiceStatus = z.infer<typeof serviceStatus>;

/**
 * Proof behind a component's health: the question asked, the answer, and when it came (epoch
 * milliseconds; null when nothing was asked yet). `unknown` = no fresh answer.
 */
export const componentHealth = z.object({
  component: z.enum(['broker', 'topics', 'producer', 'streamingJob', 'query', 'tables']),
  health: z.enum(['healthy', 'warning', 'degraded', 'unknown']),
  question: z.string(),
  answer: z.string(),
  atMs: z.number().nullable(),
  /** Question and answer once more, to be said in another language. */
  told: z.object({ question: sentence, answer: sentence }).optional(),
});
export type ComponentHealth = z.infer<typeof componentHealth>;
