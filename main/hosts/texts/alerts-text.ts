import type { Alert } from '../../contract/alerts';
import { formatDuration, formatTable } from './format';

/** Alerts for people: those that go on, then those that are over. */
export function alertsText(
  { active, recent }: { active: readonly Alert[]; recent: readonly Alert[] },
  nowMs: number,
): string {
  if (active.length + recent.length === 0) return 'No alert was raised.';
  const rows = [...active, ...recent].map((alert) => [
    alert.clearedAtMs === null ? '✗' : '✓',
    alert.rule,
    alert.severity,
    alert.pack,
    new Date(alert.raisedAtMs).toISOString(),
    formatDuration((alert.clearedAtMs ?? nowMs) - alert.raisedAtMs),
    alert.muted ? `${alert.message} Muted.` : alert.message,
  ]);
  const header = ['', 'alert', 'severity', 'pack', 'raised', 'lasts', 'what'];
  const verdict =
    active.length === 0
      ? 'None goes on.'
      : `${active.length} of them ${active.length === 1 ? 'goes' : 'go'} on.`;
  return `${formatTable(header, rows)}\n\n${verdict}`;
}
