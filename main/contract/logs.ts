import { z } from 'zod';
import { textSearch } from './log-search';

/**
 * Who wrote a line: the app itself, its producer or its query (lines of the app's own log), or one
 * of the processes: the broker, the streaming job, the desktop window.
 */
export const logSource = z.enum(['app', 'producer', 'query', 'broker', 'streamingJob', 'window']);
export type LogSource = z.infer<typeof logSource>;

/** From the least to the most severe. `debug` is also what programs write to each other. */
export const logLevels = ['debug', 'info', 'warning', 'error'] as const;
export const logLevel = z.enum(logLevels);
export type LogLevel = z.infer<typeof logLevel>;

/** How many of the newest lines are kept for reading, of all sources together. */
export const keptLogLines = 100_000;

/**
 * One line of the merged log. `number` grows with every line and is never given twice while the app
 * runs. `atMs` is epoch milliseconds; a line without a time of its own has that of the line above.
 */
export const logLine = z.object({
  number: z.number().int(),
  atMs: z.number(),
  source: logSource,
  level: logLevel,
  text: z.string(),
});
export type LogLine = z.infer<typeof logLine>;

/**
 * A page of the lines that match all of: one of `sources`, `leastLevel` or worse, the last `lastMs`
 * milliseconds or from `fromMs` until `untilMs` (null: no bound), `search` (null: any text). Counted
 * from the newest: `offset` 0 is the page with the newest match. `through` is the newest line number
 * that counts, so that pages stay where they are while lines are added; null: the newest there is.
 */
export const logsRequest = z.object({
  sources: z
    .array(logSource)
    .max(10)
    .default([...logSource.options]),
  leastLevel: logLevel.default('info'),
  lastMs: z.number().positive().nullable().default(null),
  fromMs: z.number().nullable().default(null),
  untilMs: z.number().nullable().default(null),
  search: textSearch.nullable().default(null),
  through: z.number().int().nullable().default(null),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(2_000).default(500),
});
export type LogsRequest = z.output<typeof logsRequest>;

/**
 * `lines` oldest first. `matchCount` counts all matches through the line `through`, `newerCount`
 * those after it; `totalLines` all lines that are kept. `through` is the asked one, or the newest
 * line's number (-1 without a line) when none was asked or the asked one is not known any more.
 */
export const logsPage = z.object({
  lines: z.array(logLine),
  through: z.number().int(),
  matchCount: z.number().int(),
  newerCount: z.number().int(),
  totalLines: z.number().int(),
  elapsedMs: z.number(),
});
export type LogsPage = z.infer<typeof logsPage>;
