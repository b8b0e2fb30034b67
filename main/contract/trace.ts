import { z } from 'zod';
import { tableName } from './delta';

/**
 * One station of an event. `table` and `version` are those of the commit that brought it there, null
 * for producer and broker; `atMs` is epoch milliseconds, null when it cannot be told any more.
 */
export const traceHop = z.object({
  hop: z.enum(['sent', 'broker', 'bronze', 'silver', 'aggregate', 'rejected', 'duplicate']),
  table: tableName.nullable(),
  version: z.number().int().nullable(),
  atMs: z.number().nullable(),
});
export type TraceHop = z.infer<typeof traceHop>;

/**
 * One record of the topic with the event's id. `batchId` is null until its micro-batch is committed;
 * `outcome` says where it ended, with the rule or the winner in `detail`, null where nothing is to
 * be said.
 */
export const traceRecord = z.object({
  partition: z.number().int(),
  offset: z.number().int(),
  batchId: z.number().int().nullable(),
  outcome: z.enum(['silver', 'rejected', 'duplicate', 'pending']),
  detail: z.string().nullable(),
  hops: z.array(traceHop),
});
export type TraceRecord = z.infer<typeof traceRecord>;

/** An event's way: a record for each time the topic holds it, the first one first. */
export const eventTrace = z.object({
  eventId: z.string(),
  topic: z.string(),
  records: z.array(traceRecord),
});
export type EventTrace = z.infer<typeof eventTrace>;

export const traceRequest = z.object({ eventId: z.string().min(1).max(200) });
