import type { Handlers } from '../contract/api';
import type { KeptLedger, LedgerReport } from '../contract/ledger';
import { sqlRequest } from '../contract/query';
import type { StreamPack } from '../contract/stream-pack';
import { eventFacetsSql, eventPageSql, toEventPage } from '../history/event-log-page';
import { tableGrowthSql, toTableGrowth } from '../history/table-growth';
import { KeptLedgers } from '../reading/kept-ledgers';
import { Logs } from '../logs/logs';
import { readSchemaChanges } from '../quality/schema-changes';
import type { RequestControl, RunningRequests } from './running-requests';
import type { DataPaths } from '../settings/paths';
import type { TableReading } from '../reading/table-reading';
import type { TableSummaries } from '../reading/table-summaries';
import type { HealthWatch } from '../watch/watch-health';

/** What is watched, and where it is written down. */
export interface WatchPlace {
  readonly pack: string;
  readonly shown: { readonly pack: StreamPack };
  readonly alongside: readonly { readonly pack: StreamPack }[];
  readonly paths: DataPaths;
  readonly tables: Pick<TableSummaries, 'read'>;
  /** Asked each time: what is read may be the sample instead. */
  readonly reading: Pick<TableReading, 'runSql' | 'lake'>;
  readonly watch: Pick<HealthWatch, 'readAlerts' | 'muteAlert' | 'readQuality' | 'rerun'>;
  verify(pack: string, control?: Partial<RequestControl>): Promise<LedgerReport>;
}

type Names =
  | 'logs.read'
  | 'eventLog.read'
  | 'alerts.read'
  | 'alert.mute'
  | 'quality.read'
  | 'quality.rerun'
  | 'schemaChanges.read'
  | 'tables.growth'
  | 'ledger.read'
  | 'ledger.verify';

/** Sentences of the event log about events that changed their form. */
const seenSql = `SELECT epoch_ms(logged_at), message FROM ops.event_log WHERE kind = 'schemaChange'
  ORDER BY logged_at DESC LIMIT 100`;

/** Answers about logs, alerts, quality and the ledger. */
export function watchHandlers(place: WatchPlace, running: RunningRequests): Pick<Handlers, Names> {
  const { watch, shown, alongside } = place;
  const logs = new Logs(place.paths);
  const packs = [shown, ...alongside].map(({ pack }) => pack);
  const ledgers = new KeptLedgers(packs, () => place.tables.read());
  const rowsOf = async (sql: string) =>
    (await place.reading.runSql(sqlRequest.parse({ sql }))).rows;
  return {
    'logs.read': (request) => logs.read(request),
    'eventLog.read': async (request) => {
      const nowMs = Date.now();
      const rows = await rowsOf(eventPageSql(request, nowMs));
      return toEventPage(rows, await rowsOf(eventFacetsSql(request, nowMs)));
    },
    'alerts.read': async () => watch.readAlerts(),
    'alert.mute': async ({ muted, ...cause }) => ({ muted: await watch.muteAlert(cause, muted) }),
    'quality.read': ({ pack }) => watch.readQuality(pack ?? null),
    'quality.rerun': async ({ pack, check }) => {
      await watch.rerun(pack ?? null, check);
      return watch.readQuality(pack ?? null);
    },
    'schemaChanges.read': async () => {
      const { lake } = place.reading;
      const tables = await lake.listTables();
      const changes = await Promise.all(tables.map((table) => readSchemaChanges(lake, table)));
      const seen = await rowsOf(seenSql);
      return {
        changes: changes.flat().sort((a, b) => b.committedAtMs - a.committedAtMs),
        seen: seen.map(([atMs, message]) => ({ atMs: Number(atMs), message: String(message) })),
      };
    },
    'tables.growth': async ({ table, lastMs }) => {
      const untilMs = Date.now();
      const fromMs = untilMs - lastMs;
      return toTableGrowth(
        table,
        fromMs,
        untilMs,
        await rowsOf(tableGrowthSql(table, fromMs, untilMs)),
      );
    },
    'ledger.read': async ({ pack }): Promise<KeptLedger> =>
      ledgers.read(pack ?? place.pack, place.reading.lake),
    'ledger.verify': running.answering(({ pack = place.pack }, control) =>
      ledgers.verify(pack, place.reading.lake, () => place.verify(pack, control)),
    ),
  };
}
