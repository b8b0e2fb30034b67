import { z } from 'zod';

/** What is watched (floor.md 7.5). */
export const alertRule = z.enum([
  'lag',
  'staleness',
  'latency',
  'batchTime',
  'revenueDrop',
  'revenueAnomaly',
  'quality',
  'rejected',
  'diskLow',
  'diskFull',
]);
export type AlertRule = z.infer<typeof alertRule>;

/**
 * A condition with its start and its end: raised once, cleared once. `value` and `limit` are those
 * of the moment it was raised, null where it has none; `subject` tells alerts of one rule apart.
 */
export const alert = z.object({
  alertId: z.string(),
  rule: alertRule,
  subject: z.string(),
  severity: z.enum(['warning', 'error']),
  pack: z.string(),
  raisedAtMs: z.number(),
  clearedAtMs: z.number().nullable(),
  message: z.string(),
  value: z.number().nullable(),
  limit: z.number().nullable(),
});
export type Alert = z.infer<typeof alert>;

/** `active` are not cleared; `recent` are the newest of this run that were, newest first. */
export const alertsReport = z.object({ active: z.array(alert), recent: z.array(alert) });
export type AlertsReport = z.infer<typeof alertsReport>;
