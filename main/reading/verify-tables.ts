import type { LedgerReport } from '../contract/ledger';
import type { StreamPack } from '../contract/stream-pack';
import type { Lake } from '../delta/lake';
import { verifyLedger, type LedgerSources } from '../ledger/verify-ledger';
import type { DataPaths } from '../settings/paths';
import {
  readBatchEndOffsets,
  readNewestCommittedBatch,
  readQueryId,
} from '../streaming/checkpoint';

/** Proves the ledger of a pack's tables; `readBrokerEndOffsets` null while no broker runs. */
export function verifyTables(
  { lake, pack, paths }: { lake: Lake; pack: StreamPack; paths: DataPaths },
  readBrokerEndOffsets: LedgerSources['readBrokerEndOffsets'],
  control: Pick<LedgerSources, 'signal' | 'onProgress'>,
): Promise<LedgerReport> {
  const checkpoint = paths.checkpoint(pack.pack);
  return verifyLedger({
    ...control,
    lake,
    pack,
    producerRecordFolder: paths.producerRecord(pack.pack),
    readCheckpoint: async () => ({
      completedBatch: await readNewestCommittedBatch(checkpoint),
      queryId: await readQueryId(checkpoint),
    }),
    endOffsetsOfBatch: (batchId) => readBatchEndOffsets(checkpoint, pack.topic.name, batchId),
    readBrokerEndOffsets,
  });
}
