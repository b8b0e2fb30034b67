import type { Alert } from './alerts';

/** For tests: an alert of the lag that is raised, and not muted. */
export const lagAlert: Alert = {
  alertId: 'sales-lag-1',
  rule: 'lag',
  subject: '',
  severity: 'warning',
  pack: 'sales',
  raisedAtMs: 1,
  clearedAtMs: null,
  message: '',
  value: null,
  limit: null,
  muted: false,
};
