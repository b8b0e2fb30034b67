import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { StreamPack } from '../contract/stream-pack';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { verifyLedger, type LedgerSources } from './verify-ledger';

/** One record of the topic and where the pipeline put it. */
export interface TestRecord {
  readonly p: number;
  readonly o: number;
  readonly id: string;
  readonly place?: 'silver' | 'parse' | 'rule' | 'duplicate';
  readonly shop?: string | null;
  readonly amount?: string;
}

const column = (name: string, type: string) => ({ name, type, sql: name });

/** For tests: a pack whose column names are nobody else's. */
export const testPack: StreamPack = {
  pack: 'shops',
  title: 'Shops',
  topic: { name: 'shops', partitions: 2, replicationFactor: 1, retentionMs: 3_600_000 },
  generator: { name: 'shops', ratePerSecond: 1 },
  httpApi: {},
  parameters: {},
  kafkaTimestampColumn: 'kafka_timestamp',
  streaming: {
    triggerIntervalMs: 0,
    startingOffsets: 'earliest',
    maxOffsetsPerTrigger: 10,
    watermarkDelayMs: 0,
  },
  schemaVersion: 1,
  schemaVersionField: 'v',
  eventIdField: 'uid',
  eventTimeField: 'at',
  fields: [{ name: 'uid', type: 'string', required: true }],
  catalogs: {},
  bronze: { table: 'raw', partitionColumns: [], columns: [column('uid', 'string')] },
  silver: {
    table: 'clean',
    partitionColumns: [],
    prepare: [],
    rules: [],
    columns: [column('uid', 'string')],
  },
  aggregates: [
    {
      layer: 'gold',
      table: 'by_shop',
      keys: ['shop'],
      measures: [
        { name: 'total', type: 'decimal(22,2)', function: 'sum', column: 'amount' },
        { name: 'sales', type: 'long', function: 'count' },
        { name: 'largest', type: 'decimal(12,2)', function: 'max', column: 'amount' },
      ],
      derived: [],
      processedAtColumn: 'processed_at',
    },
  ],
  headline: {
    revenueTable: 'gold.by_shop',
    revenueColumn: 'total',
    countryQuery: 'none',
    chartQuery: 'none',
  },
};

const kafka = { kafka_partition: 'integer', kafka_offset: 'long', kafka_timestamp: 'timestamp' };
const text = (value: string | null) => (value === null ? 'NULL::VARCHAR' : `'${value}'`);

/** For tests: a lake, a producer's record and a committed end, all agreeing until sabotaged. */
export class TestLedger {
  readonly recordFolder: string;
  readonly endOffsets: Record<string, number> = {};
  private silverFiles: string[] = [];
  private batchId = -1;
  private completedBatch: number | null = null;
  private sequence = 0;
  private aggregatePath = '';

  private constructor(
    readonly disk: TestLake,
    readonly lake: Lake,
  ) {
    this.recordFolder = join(disk.root, 'producer');
    mkdirSync(this.recordFolder);
  }

  static async open(): Promise<TestLedger> {
    const disk = await TestLake.open();
    const quality = { pack: 'string', event_id: 'string', ...kafka };
    disk.create('bronze.raw', { uid: 'string', ...kafka });
    disk.create('quality.rejected_records', { ...quality, stage: 'string' });
    disk.create('quality.duplicates', quality);
    const silver = {
      uid: 'string',
      shop: 'string',
      amount: 'decimal(12,2)',
      dq_warnings: 'string',
    };
    disk.create('silver.clean', { ...silver, ...kafka });
    const measures = { total: 'decimal(22,2)', sales: 'long', largest: 'decimal(12,2)' };
    disk.create('gold.by_shop', { shop: 'string', ...measures, processed_at: 'timestamp' });
    return new TestLedger(disk, new Lake(disk.folder));
  }

  async close(): Promise<void> {
    await this.lake.close();
    this.disk.close();
  }

  /** One micro-batch through all tables, or stopped before Silver or before the aggregate. */
  async batch(records: readonly TestRecord[], { aggregates = true, silver = true } = {}) {
    this.batchId += 1;
    const of = (place: TestRecord['place']) =>
      records.filter((record) => (record.place ?? 'silver') === place);
    await this.put(
      'bronze.raw',
      records.filter(({ place }) => place !== 'parse'),
    );
    await this.put('quality.rejected_records', [...of('parse'), ...of('rule')]);
    await this.put('quality.duplicates', of('duplicate'));
    if (!silver) return;
    this.completedBatch = this.batchId;
    for (const { p, o } of records) {
      this.endOffsets[p] = Math.max(this.endOffsets[p] ?? 0, o + 1);
    }
    const path = await this.put('silver.clean', of('silver'));
    if (path !== '') this.silverFiles.push(path);
    if (aggregates) await this.aggregate();
  }

  /** Notes records as sent and acknowledged where they are. */
  acknowledge(records: readonly TestRecord[]): void {
    for (const { p, o, id } of records) {
      const n = ++this.sequence;
      this.note(`s,${n},${id},1700000000000\na,${n},${p},${o}\n`);
    }
  }

  note(lines: string): void {
    appendFileSync(join(this.recordFolder, 'record-000001.csv'), lines);
  }

  verify(sources: Partial<LedgerSources> = {}) {
    return verifyLedger({
      lake: this.lake,
      pack: testPack,
      producerRecordFolder: this.recordFolder,
      readCompletedBatch: async () => this.completedBatch,
      endOffsetsOfBatch: async () => this.endOffsets,
      brokerEndOffsets: null,
      ...sources,
    });
  }

  /** Replaces the aggregate by its recompute from all of Silver, as the job does. */
  async aggregate(rows = 'SELECT * FROM computed', timestampMs = 2_000): Promise<void> {
    const files = this.silverFiles.map(
      (file) => `'${this.disk.tableFolder('silver.clean')}/${file}'`,
    );
    const { path } = await this.disk.append('gold.by_shop', {
      rows: `WITH computed AS (SELECT shop, sum(amount)::DECIMAL(22,2) AS total, count(*) AS sales,
        max(amount) AS largest, now() AS processed_at FROM read_parquet([${files}]) GROUP BY shop)
        ${rows}`,
      remove: this.aggregatePath === '' ? [] : [this.aggregatePath],
      transaction: ['silver:silver.clean', this.disk.version('silver.clean')],
      timestampMs,
    });
    this.aggregatePath = path;
  }

  /** Appends rows as a commit of the current batch; without rows there is none, as in the job. */
  async put(table: string, records: readonly TestRecord[]): Promise<string> {
    const rows = records.map(
      ({ p, o, id, place, shop = 'north', amount = '1.00' }) =>
        `SELECT '${testPack.pack}' AS pack, '${id}' AS uid,
         ${place === 'parse' ? 'NULL::VARCHAR' : `'${id}'`} AS event_id, ${text(shop)} AS shop,
         ${amount}::DECIMAL(12,2) AS amount, ${text(o % 4 === 3 ? 'late:gold.x' : null)} AS dq_warnings,
         ${text(place ?? 'silver')} AS stage, ${p}::INTEGER AS kafka_partition,
         ${o}::BIGINT AS kafka_offset, make_timestamptz(${(o + 1) * 1_000_000}) AS kafka_timestamp`,
    );
    if (rows.length === 0) return '';
    const { path } = await this.disk.append(table, {
      rows: rows.join(' UNION ALL '),
      transaction: ['query', this.batchId],
    });
    return path;
  }
}
