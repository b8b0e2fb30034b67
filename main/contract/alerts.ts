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
  /** A person does not want to be told: listed, but neither counted nor notified. */
  muted: z.boolean().default(false),
});
export type Alert = z.infer<typeof alert>;

/** What tells the alerts of one cause, past and coming, from all others. */
export const alertCause = alert.pick({ pack: true, rule: true, subject: true });
export type AlertCause = z.infer<typeof alertCause>;

/**
 * `active` are not cleared; `recent` are the newest of this run that were, newest first; `muted` are
 * the causes that a person has muted, whether an alert of theirs goes on or not.
 */
export const alertsReport = z.object({
  active: z.array(alert),
  recent: z.array(alert),
  muted: z.array(alertCause),
});
export type AlertsReport = z.infer<typeof alertsReport>;

export const muteAlertRequest = z.object({
  pack: z.string().max(100),
  rule: alertRule,
  subject: z.string().max(100),
  muted: z.boolean(),
});
/** All causes that are muted then, in the order of their muting. */
export const mutedAlerts = z.object({ muted: z.array(alertCause) });
