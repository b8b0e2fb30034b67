import type { SettingsReport } from '../../../main/contract/settings';
import { causeOf, changedSettings, noticeOfState } from '../state/notices';
import type { Stores } from '../state/stores';
import type { ControlCenterClient } from './control-center-client';

/** The name under which the window keeps that the tab was spoken of. */
const hintName = 'tabHint';

/**
 * Turns pushes into notices of the page. The desktop has notifications of its own and no tab: there
 * only the settings of another door are told.
 */
export function followNotices(
  client: ControlCenterClient,
  {
    notices,
    overview,
    connection,
    kept,
  }: Pick<Stores, 'notices' | 'overview' | 'connection' | 'kept'>,
  door: 'browser' | 'desktop',
): void {
  const { add } = notices.getState();
  let hadFailed = false;
  let known: SettingsReport | null = null;

  connection.subscribe((now, before) => {
    if (now.connection.kind !== 'open' || before.connection.kind === 'open') return;
    void client.request('settings.read', {}).then(
      (report) => (known = report),
      () => undefined,
    );
  });
  client.on('settings.changed', (report) => {
    const names = changedSettings(known, report);
    known = report;
    const isOurs = client.isAsking('setting.change') || client.isAsking('setting.reset');
    if (!isOurs && names.length > 0) add({ kind: 'settings', names });
  });
  if (door === 'desktop') return;
  /** Once for a data folder; before that says what is known, the next overview asks again. */
  const tellOfTab = () => {
    const { isLoaded, texts, keep } = kept.getState();
    if (!isLoaded || hintName in texts) return;
    keep(hintName, 'told');
    add({ kind: 'tabHint' });
  };
  client.on('alert.changed', (alert) => {
    const notice = { kind: 'alert', alert } as const;
    if (alert.muted) notices.getState().dismiss(causeOf(notice));
    else add(notice);
  });
  overview.subscribe((now) => {
    const state = now.overview?.pipeline.state;
    if (!state) return;
    const notice = noticeOfState(state, hadFailed);
    if (state === 'failed') hadFailed = true;
    if (state === 'running') {
      hadFailed = false;
      tellOfTab();
    }
    if (notice) add(notice);
  });
}
