import { z } from 'zod';

/** What is taken out of a debug bundle before anybody sees it. */
export const removedKinds = ['secret', 'homeFolder', 'userName', 'computerName'] as const;
export type RemovedKind = (typeof removedKinds)[number];

/** One file of a bundle; `removed` counts the places where something was taken out. */
export const bundleEntry = z.object({
  name: z.string(),
  sizeBytes: z.number().int(),
  removed: z.partialRecord(z.enum(removedKinds), z.number().int()),
});
export type BundleEntry = z.infer<typeof bundleEntry>;

/** A debug bundle that was put together and is kept for a while: what is listed is what is saved. */
export const debugBundle = z.object({
  bundleId: z.string(),
  fileName: z.string(),
  createdAtMs: z.number(),
  entries: z.array(bundleEntry),
});
export type DebugBundle = z.infer<typeof debugBundle>;

/** Where to: a folder that a person chose, or null for `support` in the data folder. */
export const saveBundleRequest = z.object({
  bundleId: z.string().max(100),
  to: z
    .object({ folder: z.string().min(1).max(4_096), name: z.string().min(1).max(200) })
    .nullable()
    .default(null),
});
export type SaveBundleRequest = z.infer<typeof saveBundleRequest>;

export const bundleSaved = z.object({ file: z.string(), sizeBytes: z.number().int() });
export type BundleSaved = z.infer<typeof bundleSaved>;
