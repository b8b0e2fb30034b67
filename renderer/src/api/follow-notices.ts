import type { SettingsReport } from '../../../main/contract/settings';
import { causeOf, changedSettings, noticeOfState } from '../state/notices';
import type { Stores } from '../state/stores';
import type { ControlCenterClient } from './control-center-client';

const hintKey = 'deltadesk.tabHint';

/** The part of the browser that remembers what was said once. */
type Memory = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * Turns pushes into notices of the page. `memory` null: the desktop, which has notifications of its
 * own and no tab; there only the settings of another door are told.
 */
export function followNotices(
  client: ControlCenterClient,
  { notices, overview, connection }: Pick<Stores, 'notices' | 'overview' | 'connection'>,
  memory: Memory | null,
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
  if (memory === null) return;
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
      if (memory.getItem(hintKey) === null) {
        memory.setItem(hintKey, 'told');
        add({ kind: 'tabHint' });
      }
    }
    if (notice) add(notice);
  });
}
