import type { Alert } from '../../../../main/contract/alerts';
import { Badge } from '../../components/badge';
import { formatClock, formatElapsed, formatMoment } from '../../format/time';
import { t, tOr } from '../../languages/language';
import { alertText } from '../../languages/spoken-text';

/** One alert: how grave, what is so, and since when or how long. */
export function AlertRow({ alert, nowMs }: { alert: Alert; nowMs: number }) {
  const { rule, subject, severity, raisedAtMs, clearedAtMs } = alert;
  const elapsed = formatElapsed((clearedAtMs ?? nowMs) - raisedAtMs);
  const time = formatClock(raisedAtMs, nowMs);
  const name = tOr(`quality.alerts.names.${rule}`, rule);
  return (
    <li className="alert-row" data-testid={`alert-${alert.alertId}`}>
      {clearedAtMs === null ? (
        <Badge
          tone={severity === 'error' ? 'red' : 'amber'}
          icon={severity === 'error' ? 'octagon' : 'triangle'}
          word={t(`quality.alerts.severity.${severity}`)}
        />
      ) : (
        <Badge tone="neutral" icon="check" word={t('quality.alerts.cleared')} />
      )}
      <span className="alert-text">
        <strong>
          {[name, tOr(`quality.checks.names.${subject}`, subject)].filter(Boolean).join(' · ')}
        </strong>
        <span>{alertText(alert)}</span>
      </span>
      <span className="unit" title={formatMoment(raisedAtMs)}>
        {t(clearedAtMs === null ? 'quality.alerts.since' : 'quality.alerts.lasted', {
          time,
          elapsed,
        })}
      </span>
    </li>
  );
}
