import { failed } from '../contract/failure';
import type { LedgerReport } from '../contract/ledger';
import type { RequestControl } from '../handlers/running-requests';
import type { DataPaths } from '../settings/paths';
import { TableReading } from '../reading/table-reading';
import type { RunningPack } from './running-pack';

/**
 * The ledger of one of the packs that run, asked of broker and tables; `shown` reads those of the
 * first. Fails with `PACK_UNKNOWN`, which names the packs that run.
 */
export async function verifyPack(
  packs: readonly [RunningPack, ...RunningPack[]],
  shown: TableReading,
  paths: DataPaths,
  name: string,
  control: Partial<RequestControl> = {},
): Promise<LedgerReport> {
  const found = packs.find(({ pack }) => pack.pack === name);
  if (!found) {
    const known = packs.map(({ pack }) => pack.pack).join(', ');
    throw failed('PACK_UNKNOWN', { pack: name, known });
  }
  const readEnds = () => found.brokerWatch.logEndOffsets();
  if (found === packs[0]) return shown.verify(readEnds, control);
  const reading = await TableReading.open({ paths, pack: found.pack, packFolder: found.folder });
  try {
    return await reading.verify(readEnds, control);
  } finally {
    await reading.close();
  }
}
