import type { Alert } from '../../main/contract/alerts';
import type { Overview } from '../../main/contract/api';
import type { ServedApi } from './register-api';

/** Where the status comes from. */
export type LiveStatusSource = Pick<ServedApi, 'handlers' | 'on'>;

/** The newest overview and the alerts that go on, for the parts of the shell that show them. */
export class LiveStatus {
  private constructor(
    private current: Overview,
    private readonly active: Set<string>,
  ) {}

  /**
   * Reads both, then follows the pushes; `onChange` hears of each change, `onAlert` of each alert
   * that is not muted.
   */
  static async follow(
    center: LiveStatusSource,
    onChange: (status: LiveStatus, before: Overview) => void,
    onAlert: (alert: Alert) => void,
  ): Promise<LiveStatus> {
    const overview = await center.handlers['overview.read']({});
    const { active } = await center.handlers['alerts.read']({});
    const told = active.filter(({ muted }) => !muted);
    const status = new LiveStatus(overview, new Set(told.map(({ alertId }) => alertId)));
    center.on('overview.changed', (next) => {
      const before = status.current;
      status.current = next;
      onChange(status, before);
    });
    center.on('alert.changed', (alert) => {
      if (alert.clearedAtMs === null && !alert.muted) status.active.add(alert.alertId);
      else status.active.delete(alert.alertId);
      if (!alert.muted) onAlert(alert);
      onChange(status, status.current);
    });
    return status;
  }

  get overview(): Overview {
    return this.current;
  }

  get activeAlerts(): number {
    return this.active.size;
  }
}
