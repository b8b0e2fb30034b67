import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Lake } from '../delta/lake';
import { TestLake } from '../delta/test-lake';
import { testPack } from './test-pack';
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

const kafka = { kafka_partition: 'integer', kafka_offset: 'long', kafka_timestamp: 'timestamp' };
const text = (value: string | null) => (value === null ? 'NULL::VARCHAR' : `'${value}'`);

/** For tests: a lake, a producer's record and a committed end, all agreeing until sabotaged. */
export class TestLedger {
  readonly recordFolder: string;
  readonly endOffsets: Record<string, number> = {};
  /** Where the first query begins. */
  readonly startOffsets: Record<string, number> = { 0: 0, 1: 0 };
  private silverFiles: string[] = [];
  private query = 'query';
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
    disk.create('quality.batches', {
      ...{ pack: 'string', query_id: 'string', batch_id: 'long' },
      ...{ start_offsets: 'string', end_offsets: 'string' },
    });
    const measures = { total: 'decimal(22,2)', sales: 'long', largest: 'decimal(12,2)' };
    disk.create('gold.by_shop', { shop: 'string', ...measures, processed_at: 'timestamp' });
    return new TestLedger(disk, new Lake(disk.folder));
  }

  async close(): Promise<void> {
    await this.lake.close();
    this.disk.close();
  }

  /** One micro-batch; `bronze` false: is there already, others: stopped before. */
  async batch(
    records: readonly TestRecord[],
    { bronze = true, aggregates = true, journal = true, silver = true } = {},
  ) {
    this.batchId += 1;
    const of = (place: TestRecord['place']) =>
      records.filter((record) => (record.place ?? 'silver') === place);
    const inBronze = records.filter(({ place }) => place !== 'parse');
    if (bronze) await this.put('bronze.raw', inBronze);
    await this.put('quality.rejected_records', [...of('parse'), ...of('rule')]);
    await this.put('quality.duplicates', of('duplicate'));
    if (!silver) return;
    const path = await this.put('silver.clean', of('silver'));
    if (path !== '') this.silverFiles.push(path);
    const begins = JSON.stringify({ ...this.startOffsets, ...this.endOffsets });
    for (const { p, o } of records) {
      this.endOffsets[p] = Math.max(this.endOffsets[p] ?? 0, o + 1);
    }
    if (!journal) return;
    await this.disk.append('quality.batches', {
      rows: `SELECT '${testPack.pack}' AS pack, '${this.query}' AS query_id,
        ${this.batchId}::BIGINT AS batch_id, '${begins}' AS start_offsets,
        '${JSON.stringify(this.endOffsets)}' AS end_offsets`,
      transaction: [this.query, this.batchId],
    });
    this.completedBatch = this.batchId;
    if (aggregates) await this.aggregate();
  }

  /** A new checkpoint with a query of its own, which has run no batch yet; begins at `ends`. */
  resetCheckpoint(ends: Record<string, number> = {}): void {
    this.query = 'query after the reset';
    this.batchId = -1;
    this.completedBatch = null;
    Object.assign(this.endOffsets, ends);
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
      readCheckpoint: async () => ({
        queryId: this.batchId < 0 ? null : this.query,
        completedBatch: this.completedBatch,
      }),
      endOffsetsOfBatch: async () => this.endOffsets,
      readBrokerEndOffsets: null,
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
      transaction: [this.query, this.batchId],
    });
    return path;
  }
}
