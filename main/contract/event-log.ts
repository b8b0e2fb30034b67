import { z } from 'zod';
import { eventTold } from './event-told';
import { textSearch } from './log-search';

/** What kind of thing an event of the app's own log tells. */
export const eventKinds = ['state', 'notice', 'batch', 'alert', 'schemaChange'] as const;
export const eventSeverities = ['info', 'warning', 'error'] as const;

/**
 * Events of `ops.event_log`, the newest first: of these kinds and components (empty: all), of
 * `leastSeverity` or worse, within the time (null: no bound), whose message has the text. `before` is
 * the `number` of the last event of the page before; null: from the newest.
 */
export const eventLogRequest = z.object({
  kinds: z.array(z.string().max(50)).max(20).default([]),
  components: z.array(z.string().max(50)).max(50).default([]),
  leastSeverity: z.enum(eventSeverities).default('info'),
  lastMs: z.number().positive().nullable().default(null),
  fromMs: z.number().nullable().default(null),
  untilMs: z.number().nullable().default(null),
  search: textSearch.nullable().default(null),
  before: z.number().int().nullable().default(null),
  limit: z.number().int().min(1).max(1_000).default(200),
});
export type EventLogRequest = z.output<typeof eventLogRequest>;

/**
 * `number` grows with each event that is kept; `details` is JSON, null where there is none. `told` is
 * the message for other languages, null for events of earlier versions and of other programs.
 */
export const loggedEvent = z.object({
  number: z.number().int(),
  atMs: z.number(),
  kind: z.string(),
  component: z.string(),
  severity: z.enum(eventSeverities),
  message: z.string(),
  details: z.string().nullable(),
  told: eventTold.nullable(),
});
export type LoggedEvent = z.infer<typeof loggedEvent>;

/** `matches` counts all that fit, `total` all that are kept; both lists name what there is at all. */
export const eventLogPage = z.object({
  events: z.array(loggedEvent),
  matches: z.number().int(),
  total: z.number().int(),
  kinds: z.array(z.string()),
  components: z.array(z.string()),
});
export type EventLogPage = z.infer<typeof eventLogPage>;
