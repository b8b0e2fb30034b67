import { z } from 'zod';
import { exportRequest } from './export';

/** For the clipboard: tab separated (what a spreadsheet takes), the CSV contract, JSON, SQL. */
export const copyFormats = ['tsv', 'csv', 'json', 'insert'] as const;
export type CopyFormat = (typeof copyFormats)[number];

/** The first `rowLimit` rows of what an export would write; of the Power BI pack there is none. */
export const copyRequest = exportRequest
  .pick({ subject: true, filters: true, contractVersion: true, requestId: true })
  .extend({
    format: z.enum(copyFormats).default('tsv'),
    rowLimit: z.number().int().min(1).max(100_000).default(10_000),
  });
export type CopyRequest = z.infer<typeof copyRequest>;

/** `isTruncated`: there are more rows than these. */
export const copyText = z.object({
  text: z.string(),
  rows: z.number().int(),
  isTruncated: z.boolean(),
  tableVersions: z.record(z.string(), z.number().int()),
});
export type CopyText = z.infer<typeof copyText>;
