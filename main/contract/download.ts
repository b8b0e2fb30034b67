import { z } from 'zod';
import { exportDone, exportRequest } from './export';
import { requestId } from './running-request';

/** An address that a browser may fetch once, until `expiresAtMs`; `sizeBytes` null: not known. */
export const downloadOffer = z.object({
  path: z.string(),
  fileName: z.string(),
  sizeBytes: z.number().nullable(),
  expiresAtMs: z.number(),
});
export type DownloadOffer = z.infer<typeof downloadOffer>;

/** What can be fetched: an export of this run, by the id of its request, or a debug bundle. */
export const downloadRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('export'), requestId }),
  z.object({ kind: z.literal('bundle'), bundleId: z.string().max(100) }),
]);
export type DownloadRequest = z.infer<typeof downloadRequest>;

/** An export that is kept aside for one download instead of being written to a person's folder. */
export const downloadExportRequest = exportRequest.omit({
  folder: true,
  createFolder: true,
  fileName: true,
});
export type DownloadExportRequest = z.infer<typeof downloadExportRequest>;

export const downloadExportDone = z.object({ done: exportDone, download: downloadOffer });
