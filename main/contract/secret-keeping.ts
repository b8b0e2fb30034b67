import { z } from 'zod';

/**
 * How long and how well secrets are kept. `system`: encrypted by the system's own store, over
 * restarts. `thisRun`: in memory alone, because the system has no store (`noStore`), or none that is
 * known to hide anything (`openStore`: on Linux without a keyring the password is the same everywhere).
 */
export const secretKeeping = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('system') }),
  z.object({ kind: z.literal('thisRun'), reason: z.enum(['noStore', 'openStore']) }),
]);
export type SecretKeeping = z.infer<typeof secretKeeping>;

/** The secrets that are kept, by their number alone: none is ever given back to a page. */
export const keptSecrets = z.object({ keeping: secretKeeping, count: z.number().int() });
export type KeptSecrets = z.infer<typeof keptSecrets>;
