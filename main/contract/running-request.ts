import { z } from 'zod';

/**
 * A caller's own name for a request that may take long: with it the request can be cancelled and its
 * progress told apart. Unique while the request runs. A request also ends with its connection.
 */
export const requestId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

export const cancelRequest = z.object({ requestId });
/** `cancelled` is false when no such request runs (any more). */
export const requestCancelled = z.object({ cancelled: z.boolean() });

/**
 * How much of a request is done, 0 to 100; sent a few times a second while it runs. An export also
 * tells the rows (an estimate) and bytes that it has written; null where nothing is written.
 */
export const requestProgress = z.object({
  requestId,
  percent: z.number().min(0).max(100),
  written: z.object({ rows: z.number().int(), bytes: z.number().int() }).nullable().optional(),
});
export type RequestProgress = z.infer<typeof requestProgress>;

/** What of an `AbortSignal` is used: the contract knows no platform. */
export interface EndSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
