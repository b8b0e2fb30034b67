import type { ChaosRun } from './chaos-run';
import { readSentEvents } from './sent-events';

/** What was proven, in figures. */
export interface VerifiedFigures {
  readonly sent: number;
  readonly acknowledged: number;
  readonly bronze: number;
  readonly silver: number;
  readonly late: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly aggregateRows: number;
  readonly revenueCents: number;
}

const cents = (text: unknown) => Math.round(Number(text) * 100);
const pageRows = 10_000;

/**
 * Proves that the tables hold just what was sent: the ledger's four rules; then, without the
 * ledger, Silver against the generator and the producer's record, id by id and cent by cent. Fails
 * with the first difference.
 */
export async function verifyEverything(run: ChaosRun): Promise<VerifiedFigures> {
  const { reading, pack, paths, events } = run.parts;
  const report = await reading.verify(() => run.logEndOffsets());
  const broken = report.rules.filter(({ passed }) => !passed).map(({ finding }) => finding);
  expectEqual(
    'the ledger',
    { broken, pending: report.pending, brokerChecked: true },
    {
      broken: [],
      pending: 0,
      brokerChecked: report.brokerChecked,
    },
  );
  await verifyTotals(run);

  const { sent, acknowledged } = readSentEvents(paths.producerRecord(pack.pack), events);
  const ids = await silverIds(run);
  const found = new Set(ids);
  expectEqual('event ids in Silver, each once', ids.length, found.size);
  const centsById = new Map(
    sent.filter(({ cents }) => cents > 0).map(({ eventId, cents }) => [eventId, cents]),
  );
  expectNone('Silver holds an event that was never sent as a sale', ids, (id) => centsById.has(id));
  const sales = acknowledged.filter(({ cents }) => cents > 0);
  expectNone('an acknowledged sale is not in Silver', sales, ({ eventId }) => found.has(eventId));

  const rejected = new Set(await rejectedOffsets(run));
  const bad = acknowledged.filter(({ cents }) => cents === 0);
  expectNone('a malformed event is not rejected', bad, ({ partition, offset }) =>
    rejected.has(`${partition}:${offset}`),
  );

  const rows = await reading.countRows();
  const expected = ids.reduce((sum, id) => sum + centsById.get(id)!, 0);
  expectEqual('the revenue', cents(rows.revenue), expected);
  const { parse, schema, rule } = rows.rejected;
  expectEqual('bronze', rows.bronze, rows.silver + rows.duplicates + rule);
  return {
    sent: sent.length,
    acknowledged: acknowledged.length,
    bronze: rows.bronze,
    silver: rows.silver,
    late: rows.late,
    duplicates: rows.duplicates,
    rejected: parse + schema + rule,
    aggregateRows: report.rules[3]?.checked ?? 0,
    revenueCents: expected,
  };
}

function expectEqual(what: string, actual: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what}: ${left}, but expected ${right}`);
}

function expectNone<T>(what: string, all: readonly T[], isFine: (one: T) => boolean): void {
  const wrong = all.filter((one) => !isFine(one));
  if (wrong.length > 0) {
    throw new Error(`${what}: ${JSON.stringify(wrong[0])} and ${wrong.length - 1} more`);
  }
}

async function select(run: ChaosRun, sql: string) {
  const { rows } = await run.parts.reading.runSql({ sql, rowLimit: pageRows, timeoutMs: 60_000 });
  return rows;
}

/** The fourth rule takes an aggregate for what it says it holds: here it has to hold all of Silver. */
async function verifyTotals(run: ChaosRun): Promise<void> {
  const { pack } = run.parts;
  const silver = `silver.${pack.silver.table}`;
  for (const { layer, table, filter, window, measures } of pack.aggregates) {
    if (filter !== undefined || window?.watermarkDelayMs !== undefined) continue;
    for (const { name, function: fold, column } of measures) {
      if (fold !== 'sum' && fold !== 'count') continue;
      const own = await select(run, `SELECT sum("${name}")::VARCHAR FROM ${layer}.${table}`);
      const inSilver = fold === 'sum' ? `sum("${column}")` : 'count(*)';
      const all = await select(run, `SELECT ${inSilver}::VARCHAR FROM ${silver}`);
      expectEqual(`${layer}.${table}.${name}`, own, all);
    }
  }
}

async function silverIds(run: ChaosRun): Promise<string[]> {
  const { pack } = run.parts;
  const table = `silver.${pack.silver.table}`;
  const ids: string[] = [];
  for (;;) {
    const page = await select(
      run,
      `SELECT ${pack.eventIdField} FROM ${table} ORDER BY 1 LIMIT ${pageRows} OFFSET ${ids.length}`,
    );
    ids.push(...page.map(([id]) => String(id)));
    if (page.length < pageRows) return ids;
  }
}

async function rejectedOffsets(run: ChaosRun): Promise<string[]> {
  const rows = await select(
    run,
    'SELECT kafka_partition, kafka_offset FROM quality.rejected_records',
  );
  return rows.map(([partition, offset]) => `${partition}:${offset}`);
}
