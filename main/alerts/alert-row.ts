import { alert as alertSchema, type Alert } from '../contract/alerts';

/** An alert as a row of `ops.alerts`; when it is cleared the row replaces the one of its beginning. */
export function toAlertRow(alert: Alert) {
  return {
    alert_id: alert.alertId,
    rule: alert.rule,
    subject: alert.subject,
    severity: alert.severity,
    pack: alert.pack,
    raised_at: alert.raisedAtMs,
    cleared_at: alert.clearedAtMs,
    message: alert.message,
    value: alert.value,
    limit_value: alert.limit,
  };
}

/** The alert of a row; one that an instance left open when it ended was over then. */
export function toAlert(row: ReturnType<typeof toAlertRow>): Alert {
  return alertSchema.parse({
    alertId: row.alert_id,
    rule: row.rule,
    subject: row.subject,
    severity: row.severity,
    pack: row.pack,
    raisedAtMs: row.raised_at,
    clearedAtMs: row.cleared_at ?? row.raised_at,
    message: row.message,
    value: row.value,
    limit: row.limit_value,
  });
}
