import { z } from 'zod';

/** How much a program writes into its log: each level writes what those before it do, and more. */
export const logLevel = z.enum(['error', 'warn', 'info', 'debug']);
export type LogLevel = z.infer<typeof logLevel>;
