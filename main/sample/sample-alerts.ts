import { alert, type AlertsReport } from '../contract/alerts';
import type { TableReading } from '../reading/table-reading';

const newest = `
  SELECT alert_id, rule, subject, severity, pack, epoch_ms(raised_at)::DOUBLE,
    epoch_ms(coalesce(cleared_at, raised_at))::DOUBLE, message, value, limit_value
  FROM ops.alerts ORDER BY raised_at DESC LIMIT 100`;

/** The alerts of the time in which the sample was made: over by now, whatever was still raised. */
export async function readSampleAlerts(reading: TableReading): Promise<AlertsReport> {
  const { rows } = await reading.runSql({ sql: newest, rowLimit: 100, timeoutMs: 10_000 });
  const recent = rows.map((row) =>
    alert.parse({
      alertId: row[0],
      rule: row[1],
      subject: row[2],
      severity: row[3],
      pack: row[4],
      raisedAtMs: Number(row[5]),
      clearedAtMs: Number(row[6]),
      message: row[7],
      value: row[8],
      limit: row[9],
    }),
  );
  return { active: [], recent, muted: [] };
}
