import type { Stores } from '../state/stores';
import type { ControlCenterClient } from './control-center-client';

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
  client.on('table.committed', revenue.tableCommitted);
  stores.refresh.subscribe(() => {
    void overview.load();
    void revenue.load();
  });
  client.watchConnection((connection) => {
    stores.connection.setState({ connection });
    if (connection.kind !== 'open') return;
    void stores.app.getState().load();
    void stores.kept.getState().load();
    // The checks take a second: what is looked at first comes before them.
    void overview.load().then(stores.doctor.getState().runAtLaunch);
    void revenue.load();
  });
}
