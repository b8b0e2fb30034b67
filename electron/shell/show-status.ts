import type { LiveStatusSource } from './live-status';
import { LiveStatus } from './live-status';
import type { Looks } from './looks';
import { happeningOfAlert, happeningOfStatus } from './notifications/happening';
import type { Notifier } from './notifications/notifier';
import { StatusTray } from './tray/tray';
import type { TrayActions } from './tray/tray-menu';
import { trayStatus } from './tray/tray-status';

/** Shows the pipeline's state in the tray, and tells what fails, recovers, begins and ends. */
export async function showStatus(
  center: LiveStatusSource,
  looks: Looks,
  notifier: Notifier,
  actions: TrayActions,
): Promise<LiveStatus> {
  let hadTrouble = false;
  const status = await LiveStatus.follow(
    center,
    (now, before) => {
      tray.show(trayStatus(now.overview, now.activeAlerts));
      const [was, is] = [before.pipeline, now.overview.pipeline];
      const happening = happeningOfStatus(was, is, hadTrouble, looks.texts);
      notifier.tell(happening);
      if (happening) hadTrouble = happening.cause !== 'recovered';
    },
    (alert) => notifier.tell(happeningOfAlert(alert, looks.texts)),
  );
  const tray = new StatusTray(trayStatus(status.overview, status.activeAlerts), looks, actions);
  return status;
}
