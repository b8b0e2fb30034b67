import { z } from 'zod';
import { alert } from './alerts';
import { told } from './said';

/**
 * What an event of the log says, for every language: a sentence of `event-sentences.ts`, or an alert
 * that began (`clearedAtMs` null) or is over.
 */
export const eventTold = z.union([
  told,
  z.object({
    alert: alert.pick({ rule: true, subject: true, value: true, limit: true, clearedAtMs: true }),
  }),
]);
export type EventTold = z.infer<typeof eventTold>;

/** From the `details` of a kept event; null for one of an earlier version, which has its text alone. */
export function readEventTold(details: string | null): EventTold | null {
  if (details === null) return null;
  try {
    return eventTold.safeParse(JSON.parse(details)).data ?? null;
  } catch {
    return null;
  }
}
