import { z } from 'zod';

/** `out/jars/<part>.manifest.json`, written by the set-up: every file of a folder of jars. */
export const jarManifest = z.object({
  files: z.array(
    z.object({ name: z.string(), sizeBytes: z.number().int(), sha256: z.string().length(64) }),
  ),
});
export type JarManifest = z.infer<typeof jarManifest>;
