import { openQueryPlace } from '../analytics/open-query-place';
import { readPackViews } from '../analytics/pack-views';
import { QueriesOfPacks, type QueriedPack } from '../analytics/queries-of-packs';
import { traceEvent } from '../analytics/trace-event';
import { measureLatency } from '../analytics/latency';
import type { QueryPlace } from '../analytics/run-query';
import { readMaxEventTime } from '../analytics/max-event-time';
import { SqlBox } from '../analytics/sql-box';
import { readTableColumns } from '../analytics/table-columns';
import { tablesTable } from '../analytics/tables-table';
import type { TableSummary } from '../contract/delta';
import type { AggregatesReport, LedgerReport } from '../contract/ledger';
import type { NamedQuery, QueryRequest, QueryResult, SqlRequest } from '../contract/query';
import { sqlRequest } from '../contract/query';
import type { TableColumns } from '../contract/table-columns';
import { defaultThresholds, type QualityReport, type QualityThresholds } from '../contract/quality';
import type { RunSummary } from '../contract/run-summary';
import type { VersionAt, VersionAtRequest } from '../contract/table-history';
import type { EventTrace } from '../contract/trace';
import type { StreamPack } from '../contract/stream-pack';
import { Lake } from '../delta/lake';
import { summariseTables } from '../delta/summarise-tables';
import { Exporter } from '../export/exporter';
import type { HistorySource } from '../history/history-source';
import { PipelineHistory } from '../history/pipeline-history';
import { historyReader } from '../history/history-reader';
import { opsTables } from '../history/ops-tables';
import { countRows, type RowCounts } from '../ledger/count-rows';
import { verifyAggregates } from '../ledger/verify-aggregates';
import type { LedgerSources } from '../ledger/verify-ledger';
import { Quality } from '../quality/quality';
import { readQualityReport } from '../quality/quality-report';
import { Records } from '../records/records';
import { readColumnTexts } from '../settings/column-texts';
import { readFreeBytes } from '../settings/data-folder-disk';
import { shippedFolders } from '../settings/installation';
import type { DataPaths } from '../settings/paths';
import { verifyTables } from './verify-tables';

export interface TableReadingOptions {
  readonly paths: DataPaths;
  readonly pack: StreamPack;
  readonly packFolder: string;
  /** Other packs of the same job, whose named queries are answered too. */
  readonly alongside?: readonly QueriedPack[];
  /** The history that is being written; absent: the file of a folder without an instance. */
  readonly history?: HistorySource;
  /** Of the quality checks; absent: the defaults. */
  readonly thresholds?: QualityThresholds;
}

/** Everything that is read from the tables, the same with and without a running pipeline. */
export class TableReading {
  private constructor(
    readonly lake: Lake,
    private readonly place: QueryPlace & { close(): void },
    private readonly queries: QueriesOfPacks,
    private readonly sqlBox: SqlBox,
    private readonly options: TableReadingOptions,
    readonly records: Records,
    readonly exporter: Exporter,
    private readonly quality: Quality,
    readonly pipelineHistory: PipelineHistory,
  ) {}

  static async open(options: TableReadingOptions): Promise<TableReading> {
    const lake = new Lake(options.paths.delta);
    const views = readPackViews(options.packFolder);
    const { pack, packFolder } = options;
    const history = options.history ?? historyReader(options.paths.history);
    const extraTables = new Map([['ops.tables', tablesTable(lake, pack)], ...opsTables(history)]);
    const place = await openQueryPlace(lake, views, extraTables);
    const packs = [{ pack, folder: packFolder }, ...(options.alongside ?? [])] as const;
    const queries = new QueriesOfPacks(place, lake, extraTables, packs);
    const records = new Records(lake, pack, options.paths.spill, readColumnTexts(packs));
    return new TableReading(
      lake,
      place,
      queries,
      new SqlBox(lake, views, extraTables, `silver.${pack.silver.table}`),
      options,
      records,
      new Exporter({
        tables: { lake, packViews: views, extraTables, spillFolder: options.paths.spill },
        pack: pack.pack,
        packFolder,
        parameters: pack.parameters,
        dataFolder: options.paths.dataFolder,
        describeTable: (view) => records.describeView(view),
        appVersion: shippedFolders().version,
        readFreeBytes,
      }),
      new Quality(lake, pack, options.paths.spill, () => options.thresholds ?? defaultThresholds),
      new PipelineHistory(place, lake),
    );
  }

  async listQueries(pack?: string): Promise<NamedQuery[]> {
    return (await this.queries.of(pack)).list();
  }

  async runQuery(
    name: string,
    request: Partial<QueryRequest> = {},
    { signal, fromCache = true }: { signal?: AbortSignal; fromCache?: boolean } = {},
  ): Promise<QueryResult> {
    const { parameters = {}, atVersion = null, pack } = request;
    return (await this.queries.of(pack)).run(name, { parameters, atVersion, signal, fromCache });
  }

  /** Fails with `TABLE_TIME_UNKNOWN` outside the times of the kept versions, or like `Lake.snapshot`. */
  async versionAt({ table: asked, atMs }: VersionAtRequest): Promise<VersionAt> {
    const named = asked ?? `silver.${this.options.pack.silver.table}`;
    const { table, version, committedAtMs } = await this.lake.snapshot(named, { atMs });
    return { table, version, committedAtMs };
  }

  runSql(request: SqlRequest, { signal }: { signal?: AbortSignal } = {}): Promise<QueryResult> {
    return this.sqlBox.run(request, signal ? { signal } : {});
  }

  /** A statement of the dashboard, as a person's own; `atVersion` null reads the newest tables. */
  runPinned(
    { sql }: { sql: string },
    atVersion: number | null,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<QueryResult> {
    const options = { atVersion, ...(signal ? { signal } : {}) };
    return this.sqlBox.run(sqlRequest.parse({ sql }), options);
  }

  /** What a statement may name, with the columns of each. */
  readColumns(): Promise<TableColumns> {
    return readTableColumns(this.place);
  }

  /** Rows of the pack's tables since the data folder began. */
  countRows(): Promise<RowCounts> {
    return countRows(this.place, this.lake, this.options.pack);
  }

  /** Newest version of the pack's Silver table; -1 before its first commit. */
  async silverVersion(): Promise<number> {
    const table = `silver.${this.options.pack.silver.table}`;
    return this.lake.has(table) ? (await this.lake.snapshot(table)).version : -1;
  }

  /** Newest event time that Silver has taken, epoch ms; null before the first batch. */
  maxEventTimeMs(): Promise<number | null> {
    return readMaxEventTime(this.place, this.lake, this.options.pack.pack);
  }

  /** End-to-end latency of the Silver rows committed after a version; null when there are none. */
  measureLatency(afterSilverVersion: number): Promise<RunSummary['latencyMs']> {
    const { session } = this.place;
    return measureLatency(session, this.lake, this.options.pack, afterSilverVersion);
  }

  /** The way of one event through all tables; fails with `EVENT_UNKNOWN`. */
  traceEvent(eventId: string): Promise<EventTrace> {
    const { pack, paths } = this.options;
    const recordFolder = paths.producerRecord(pack.pack);
    return traceEvent({ place: this.place, lake: this.lake, pack, recordFolder }, eventId);
  }

  /** The ledger's proof; `readBrokerEndOffsets` null while no broker runs. */
  verify(
    readBrokerEndOffsets: LedgerSources['readBrokerEndOffsets'],
    control: Pick<LedgerSources, 'signal' | 'onProgress'> = {},
  ): Promise<LedgerReport> {
    const { pack, paths } = this.options;
    return verifyTables({ lake: this.lake, pack, paths }, readBrokerEndOffsets, control);
  }

  /** The scorecard of the pack, or of another whose checks are given; fails like `Lake.snapshot`. */
  readQuality(of?: { pack: string; quality: Quality }): Promise<QualityReport> {
    const { quality, pack } = of ?? { quality: this.quality, pack: this.options.pack.pack };
    return readQualityReport(quality, this.place, pack);
  }

  /** Every aggregate against its recompute from Silver: rule 4 of the ledger alone. */
  verifyAggregates(): Promise<AggregatesReport> {
    return verifyAggregates({ lake: this.lake, pack: this.options.pack });
  }

  /** The newest version of every table that can be read; the others are left out. */
  summarise(): Promise<TableSummary[]> {
    return summariseTables(this.lake);
  }

  async close(): Promise<void> {
    this.place.close();
    await this.queries.close();
    await this.records.close();
    await this.sqlBox.close();
    await this.lake.close();
  }
}
