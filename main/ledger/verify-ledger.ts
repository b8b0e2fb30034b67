import { bronzeTableOf } from '../contract/bronze-of-topic';
import type { LedgerReport } from '../contract/ledger';
import type { StreamPack } from '../contract/stream-pack';
import type { SqlConnection } from '../analytics/sql-connection';
import type { Lake } from '../delta/lake';
import { checkAcknowledged } from './acknowledged-rule';
import { makeAcknowledgedTable } from './acknowledged-table';
import { checkAggregates } from './aggregate-rule';
import { checkBronzeOffsets } from './bronze-offset-rule';
import { checkEveryOffset } from './every-offset-rule';
import type { CheckpointState } from './committed-batches';
import { findingPlace } from './finding-place';
import { lookTwice } from './look-twice';
import type { RuleOutcome } from './rule-outcome';
import { makeLedgerTables } from './ledger-tables';
import type { Offsets } from './offset-bounds';

export interface LedgerSources {
  readonly lake: Lake;
  readonly pack: StreamPack;
  /** Folder of the producer's own record; may be missing. */
  readonly producerRecordFolder: string;
  /** What the checkpoint tells of its query; the batches of others are told by the journal. */
  readonly readCheckpoint: () => Promise<CheckpointState>;
  /**
   * The committed end offsets of one batch of the checkpoint's query; null where they are not
   * known. Asked for the newest batch in the tables, so that it fits them while the job runs.
   */
  readonly endOffsetsOfBatch: (batchId: number) => Promise<Offsets | null>;
  /**
   * The broker's log end offsets, asked after the tables were read: while records flow, older ones
   * lie before what is committed. Null, or giving null, while no broker runs.
   */
  readonly readBrokerEndOffsets: (() => Promise<Offsets | null>) | null;
  readonly signal?: AbortSignal;
  /** Told how much is done, 0 to 100; a second look begins anew. */
  readonly onProgress?: (percent: number) => void;
}

const questions = [
  'Is every Kafka offset in exactly one of Bronze and rejected records?',
  'Is every Bronze offset in exactly one of Silver, rejected records and duplicates?',
  'Is every acknowledged event at its offset?',
  'Does every aggregate equal its recompute from Silver?',
] as const;

/**
 * Proves that nothing was lost and nothing counted twice (floor.md 4.4), from the tables, the
 * producer's record and, while it runs, the broker. Works while the job commits. A finding counts
 * when a second look confirms it. Fails like `Lake.snapshot`, or with `REQUEST_CANCELLED`.
 */
export function verifyLedger(sources: LedgerSources): Promise<LedgerReport> {
  return lookTwice((connection) => look(connection, sources), sources.signal);
}

async function look(connection: SqlConnection, sources: LedgerSources): Promise<LedgerReport> {
  const { lake, pack, readBrokerEndOffsets, onProgress = () => undefined } = sources;
  const atMs = Date.now();
  const checkpoint = await sources.readCheckpoint();
  await makeLedgerTables(connection, lake, pack, checkpoint, sources.endOffsetsOfBatch);
  const brokerEndOffsets = (await readBrokerEndOffsets?.()) ?? null;
  onProgress(30);
  await makeAcknowledgedTable(connection, sources.producerRecordFolder);
  onProgress(40);
  const third = await checkAcknowledged(connection);
  onProgress(50);
  const aggregates = await checkAggregates(connection, lake, pack, (share) =>
    onProgress(50 + share * 30),
  );
  const first = await checkEveryOffset(connection, brokerEndOffsets);
  onProgress(88);
  const second = await checkBronzeOffsets(connection);
  onProgress(95);
  const outcomes: RuleOutcome[] = [
    first,
    second,
    third,
    {
      checked: aggregates.reduce((sum, { checked }) => sum + checked, 0),
      finding: aggregates.find(({ passed }) => !passed)?.finding ?? null,
    },
  ];
  return {
    ok: outcomes.every(({ finding }) => finding === null),
    pack: pack.pack,
    topic: pack.topic.name,
    bronze: bronzeTableOf(pack),
    atMs,
    brokerChecked: brokerEndOffsets !== null,
    acknowledged: third.acknowledged,
    pending: third.pending,
    repeatedSends: third.repeatedSends,
    rules: outcomes.map(({ checked, finding }, index) => ({
      rule: index + 1,
      question: questions[index]!,
      passed: finding === null,
      checked,
      finding,
      place: findingPlace(finding),
    })),
    partitions: await countPartitions(connection),
  };
}

async function countPartitions(connection: SqlConnection): Promise<LedgerReport['partitions']> {
  const count = (view: string, filter = '') =>
    `(SELECT count(*) FROM ${view} AS t WHERE t.p = bounds.p ${filter})`;
  const rows =
    await connection.readRows(`SELECT p, first, past, ${count('bronze')}, ${count('silver')},
       ${count('rejected', `AND stage <> 'rule'`)}, ${count('rejected', `AND stage = 'rule'`)},
       ${count('duplicates')} FROM bounds ORDER BY p`);
  return rows.map((row) => {
    const [partition, firstOffset, endOffset, bronze, silver, before, byRule, duplicates] = row.map(
      Number,
    ) as [number, number, number, number, number, number, number, number];
    return {
      partition,
      firstOffset,
      endOffset,
      bronze,
      silver,
      rejectedBeforeBronze: before,
      rejectedByRule: byRule,
      duplicates,
    };
  });
}
