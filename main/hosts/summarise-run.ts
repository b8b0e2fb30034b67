import type { RunFaults } from '../contract/run-faults';
import type { RunSummary } from '../contract/run-summary';
import type { ControlCenter } from '../control-center';
import type { ExpectedFaults } from '../generate/faults/fault-plan';
import type { RowCounts } from '../ledger/count-rows';
import type { RunningPack } from '../pipeline/running-pack';
import type { TableReading } from '../reading/table-reading';

/** What was there before the run: its counts are differences to this. */
export interface RunBaseline {
  readonly rows: RowCounts;
  readonly silverVersion: number;
}

export async function readRunBaseline(reading: TableReading): Promise<RunBaseline> {
  return { rows: await reading.countRows(), silverVersion: await reading.silverVersion() };
}

/** Difference of two decimal texts, exact: revenue must not pass through a floating number. */
export function subtractDecimals(a: string, b: string): string {
  const scale = Math.max(...[a, b].map((text) => text.split('.')[1]?.length ?? 0));
  const units = (text: string) => {
    const [whole = '0', fraction = ''] = text.split('.');
    return BigInt(whole + fraction.padEnd(scale, '0'));
  };
  const difference = units(a) - units(b);
  const digits = String(difference < 0n ? -difference : difference).padStart(scale + 1, '0');
  const sign = difference < 0n ? '-' : '';
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/**
 * Verifies the ledger and sums the run up; `expected` are the faults that were sent, null for none.
 * The pipeline must still run, so that the broker is asked.
 */
export async function summariseRun(
  parts: ControlCenter['parts'],
  before: RunBaseline,
  startedAtMs: number,
  expected: ExpectedFaults | null,
): Promise<RunSummary> {
  const { reading, producer, streaming, brokerWatch } = parts;
  const report = await reading.verify(() => brokerWatch.logEndOffsets());
  const rows = await reading.countRows();
  const sent = producer.read();
  const firstRowAtMs = streaming.firstSilverRowAtMs;
  const found = {
    rejected: {
      parse: rows.rejected.parse - before.rows.rejected.parse,
      schema: rows.rejected.schema - before.rows.rejected.schema,
      rule: rows.rejected.rule - before.rows.rejected.rule,
    },
    duplicates: rows.duplicates - before.rows.duplicates,
    late: rows.late - before.rows.late,
  };
  return {
    produced: sent.produced,
    acknowledged: sent.acknowledged,
    repeatedSends: sent.repeatedSends,
    bronze: rows.bronze - before.rows.bronze,
    silver: rows.silver - before.rows.silver,
    ...found,
    revenue: subtractDecimals(rows.revenue, before.rows.revenue),
    faults: expected && compareFaults(expected, found),
    latencyMs: await reading.measureLatency(before.silverVersion),
    firstRowMs: firstRowAtMs === null ? null : firstRowAtMs - startedAtMs,
    wallMs: Date.now() - startedAtMs,
    ledger: report.ok ? 'ok' : 'broken',
    alongside: await Promise.all(parts.alongside.map((one) => summarisePack(parts, one))),
  };
}

function compareFaults(expected: ExpectedFaults, found: ExpectedFaults): RunFaults {
  const stage = (name: keyof RunFaults['rejected']) => ({
    expected: expected.rejected[name],
    found: found.rejected[name],
  });
  return {
    late: { expected: expected.late, found: found.late },
    duplicates: { expected: expected.duplicates, found: found.duplicates },
    rejected: { parse: stage('parse'), schema: stage('schema'), rule: stage('rule') },
  };
}

/** `silver` counts the rows of the job's present process. */
async function summarisePack(
  parts: ControlCenter['parts'],
  { pack, producer, streaming }: RunningPack,
): Promise<RunSummary['alongside'][number]> {
  return {
    pack: pack.pack,
    acknowledged: producer.read().acknowledged,
    silver: streaming.read(Date.now()).rows.silver,
    ledger: (await parts.verify(pack.pack)).ok ? 'ok' : 'broken',
  };
}
