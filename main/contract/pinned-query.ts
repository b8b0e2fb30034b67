import { z } from 'zod';
import { requestId } from './running-request';
import { savedQueryName } from './saved-query';

/** How the rows of a pinned query are drawn. */
export const pinnedCharts = ['number', 'bars', 'lines', 'table'] as const;
export type PinnedChart = (typeof pinnedCharts)[number];

/** A statement that a person keeps as a panel of the dashboard. */
export const pinnedQuery = z.object({
  name: savedQueryName,
  sql: z.string().min(1).max(100_000),
  chart: z.enum(pinnedCharts),
  pinnedAtMs: z.number(),
});
export type PinnedQuery = z.infer<typeof pinnedQuery>;

/** In the order in which they were pinned. */
export const pinnedQueries = z.object({ queries: z.array(pinnedQuery) });

/** A name that is taken fails with `SAVED_QUERY_EXISTS`, unless `replace` puts this one in its place. */
export const pinQueryRequest = pinnedQuery.omit({ pinnedAtMs: true }).extend({
  replace: z.boolean().default(false),
});
export type PinQueryRequest = z.infer<typeof pinQueryRequest>;

export const unpinQueryRequest = z.object({ name: z.string().max(200) });

/** `atVersion` is a version of the pack's Silver table; null: the newest of every table. */
export const runPinnedRequest = z.object({
  name: z.string().max(200),
  atVersion: z.number().int().min(0).nullable().default(null),
  requestId: requestId.optional(),
});
