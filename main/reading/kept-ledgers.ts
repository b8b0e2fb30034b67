import type { KeptLedger, LedgerReport } from '../contract/ledger';
import type { TableSummary } from '../contract/delta';
import type { StreamPack } from '../contract/stream-pack';

interface Kept {
  readonly report: LedgerReport;
  /** The lake that was read, and the versions of the pack's tables before the first was. */
  readonly lake: object;
  readonly versions: string;
}

/** The newest proof of each pack's ledger: it reads every row, and is not made anew to be shown. */
export class KeptLedgers {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly packs: readonly StreamPack[],
    private readonly readTables: () => readonly TableSummary[],
  ) {}

  /** What is known of a pack in this lake. */
  read(pack: string, lake: object): KeptLedger {
    const kept = this.kept.get(pack);
    if (kept?.lake !== lake) return { report: null, isCurrent: false };
    return { report: kept.report, isCurrent: kept.versions === this.versionsOf(pack) };
  }

  /** Makes the proof and keeps it; one that fails or is cancelled leaves the kept one. */
  async verify(
    pack: string,
    lake: object,
    prove: () => Promise<LedgerReport>,
  ): Promise<LedgerReport> {
    const versions = this.versionsOf(pack);
    const report = await prove();
    this.kept.set(pack, { report, lake, versions });
    return report;
  }

  private versionsOf(name: string): string {
    const pack = this.packs.find((one) => one.pack === name);
    const aggregates = pack?.aggregates.map(({ layer, table }) => `${layer}.${table}`) ?? [];
    const tables = new Set([
      `bronze.${pack?.bronze.table}`,
      `silver.${pack?.silver.table}`,
      ...['quality.rejected_records', 'quality.duplicates'],
      ...aggregates,
    ]);
    return this.readTables()
      .filter(({ table }) => tables.has(table))
      .map(({ table, tableVersion }) => `${table}@${tableVersion}`)
      .join();
  }
}
