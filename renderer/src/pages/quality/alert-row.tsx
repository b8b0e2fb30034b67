import type { Alert, AlertCause } from '../../../../main/contract/alerts';
import { Badge } from '../../components/badge';
import { formatClock, formatElapsed, formatMoment } from '../../format/time';
import { t, tOr } from '../../languages/language';
import { alertText } from '../../languages/spoken-text';
import { MuteAlert } from './mute-alert';

/** What an alert is about: its rule, and of which check or table. */
export const causeName = ({ rule, subject }: AlertCause): string =>
  [
    tOr(`quality.alerts.names.${rule}`, rule),
    subject === '' ? '' : tOr(`quality.checks.names.${subject}`, subject),
  ]
    .filter(Boolean)
    .join(' · ');

/** Tells causes apart. */
export const causeKey = ({ pack, rule, subject }: AlertCause) => [pack, rule, subject].join('-');

/** One alert: how grave, what is so, since when or how long, and the way to mute it while it lasts. */
export function AlertRow(props: { alert: Alert; nowMs: number; onMuted: () => void }) {
  const { alert, nowMs, onMuted } = props;
  const { severity, raisedAtMs, clearedAtMs, muted } = alert;
  const elapsed = formatElapsed((clearedAtMs ?? nowMs) - raisedAtMs);
  const time = formatClock(raisedAtMs, nowMs);
  const isOver = clearedAtMs !== null;
  return (
    <li className="alert-row" data-testid={`alert-${alert.alertId}`}>
      {isOver ? (
        <Badge tone="neutral" icon="check" word={t('quality.alerts.cleared')} />
      ) : (
        <Badge
          tone={muted ? 'neutral' : severity === 'error' ? 'red' : 'amber'}
          icon={severity === 'error' ? 'octagon' : 'triangle'}
          word={t(`quality.alerts.severity.${severity}`)}
        />
      )}
      <span className="alert-text">
        <strong>{causeName(alert)}</strong>
        <span>{alertText(alert)}</span>
      </span>
      <span className="unit" title={formatMoment(raisedAtMs)}>
        {t(isOver ? 'quality.alerts.lasted' : 'quality.alerts.since', { time, elapsed })}
      </span>
      {!isOver && <MuteAlert cause={alert} muted={muted} onMuted={onMuted} />}
    </li>
  );
}
