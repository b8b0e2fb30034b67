import { expect, it } from 'vitest';
import type { Alert, AlertsReport } from '../../main/contract/alerts';
import { lagAlert as lag } from '../../main/contract/test-alert';
import type { LiveStatusSource } from './live-status';
import { LiveStatus } from './live-status';

/** Its alerts, and what pushes the next one. */
async function follow(active: Alert[]) {
  const told: string[] = [];
  let push: (alert: Alert) => void = () => undefined;
  const report: AlertsReport = { active, recent: [], muted: [] };
  const center = {
    handlers: { 'overview.read': async () => ({}), 'alerts.read': async () => report },
    on: (name: string, listener: (alert: Alert) => void) => {
      if (name === 'alert.changed') push = listener;
      return () => undefined;
    },
  };
  const status = await LiveStatus.follow(
    center as unknown as LiveStatusSource,
    () => undefined,
    ({ alertId }) => void told.push(alertId),
  );
  return { status, told, push: (alert: Alert) => push(alert) };
}

it('counts and tells no alert that a person has muted', async () => {
  const { status, told, push } = await follow([lag, { ...lag, alertId: 'b', muted: true }]);
  expect(status.activeAlerts).toBe(1);
  push({ ...lag, muted: true });
  push({ ...lag, alertId: 'c', muted: true });
  expect(status.activeAlerts).toBe(0);
  push({ ...lag, alertId: 'c', muted: true, clearedAtMs: 2 });
  expect(told).toEqual([]);
});

it('counts and tells it again once it is let go', async () => {
  const { status, told, push } = await follow([{ ...lag, muted: true }]);
  push(lag);
  expect(status.activeAlerts).toBe(1);
  push({ ...lag, clearedAtMs: 2 });
  expect([status.activeAlerts, told]).toEqual([0, [lag.alertId, lag.alertId]]);
});
