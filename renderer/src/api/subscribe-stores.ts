import type { Stores } from '../state/stores';
import type { TableSummary } from '../../../main/contract/delta';
import type { ControlCenterClient } from './control-center-client';
import { followNotices } from './follow-notices';

/** Tables that are committed within this time, as those of one micro-batch, are drawn together. */
const groupMs = 30;

/** The one place where pushes and the connection meet the stores. */
export function subscribeStores(client: ControlCenterClient, stores: Stores): void {
  const overview = stores.overview.getState();
  const revenue = stores.revenue.getState();

  // Ages are drawn by a clock that is not older than the figures.
  stores.overview.subscribe(({ receivedAtMs }, before) => {
    if (receivedAtMs !== before.receivedAtMs) stores.clock.setState({ nowMs: Date.now() });
  });
  // Rows of other tables are no older or newer rows of these.
  stores.overview.subscribe((now, before) => {
    if (before.overview && now.overview?.lakehouse !== before.overview.lakehouse) revenue.forget();
  });
  client.on('overview.changed', (value) => {
    overview.receive(value);
    // Pushes of one name are coalesced: of several tables committed together `table.committed` may
    // name only the last. The overview carries every table.
    value.tables.forEach(revenue.tableCommitted);
  });
  const committed = inGroups<TableSummary>(groupMs, overview.receiveTables);
  client.on('table.committed', (table) => {
    revenue.tableCommitted(table);
    committed(table);
  });
  stores.refresh.subscribe(() => {
    void overview.load();
    void revenue.load();
  });
  followNotices(client, stores, 'deltadesk' in window ? 'desktop' : 'browser');
  client.watchConnection((connection) => {
    stores.connection.setState({ connection });
    if (connection.kind !== 'open') return;
    stores.connection.getState().endReopening();
    void stores.app.getState().load();
    void stores.kept.getState().load();
    // The checks take a second: what is looked at first comes before them.
    void overview.load().then(stores.doctor.getState().runAtLaunch);
    void revenue.load();
  });
}

/** Hands on what came within `spanMs` of the first, together. */
function inGroups<T>(spanMs: number, take: (group: readonly T[]) => void): (one: T) => void {
  let group: T[] = [];
  return (one) => {
    group.push(one);
    if (group.length > 1) return;
    setTimeout(() => {
      const taken = group;
      group = [];
      take(taken);
    }, spanMs);
  };
}
