import { z } from 'zod';
import { tableName } from './delta';
import { recordSummaryRequest } from './records';

/** Values of one answer at most. */
export const mostColumnValues = 200;
/** A longer value is none that a person picks from a list. */
export const longestColumnValue = 1_000;

/**
 * The values of a column of text over the rows that the filters let through, the most frequent first;
 * `search` keeps those that contain it, capitals or not.
 */
export const columnValuesRequest = recordSummaryRequest.extend({
  column: z.string().min(1).max(200),
  search: z.string().max(200).default(''),
  limit: z.number().int().min(1).max(mostColumnValues).default(mostColumnValues),
});
export type ColumnValuesRequest = z.infer<typeof columnValuesRequest>;

/** `isTruncated`: there are more than these; null and values of over 1,000 characters are not listed. */
export const columnValues = z.object({
  table: tableName,
  tableVersion: z.number().int(),
  column: z.string(),
  values: z.array(z.object({ value: z.string(), rows: z.number().int() })),
  isTruncated: z.boolean(),
  elapsedMs: z.number(),
});
export type ColumnValues = z.infer<typeof columnValues>;
