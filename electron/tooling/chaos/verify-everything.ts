import type { ChaosRun } from './chaos-run';
import type { ChaosStream } from './chaos-stream';
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
/** A fault and its proof take less; the clock moves by an hour. */
const clockToleranceMs = 600_000;

/**
 * Proves that the tables of every pack hold just what was sent: the ledger's four rules; then,
 * without the ledger, Silver against the generator and the producer's record, id by id and cent by
 * cent. Fails with the first difference.
 */
export async function verifyEverything(run: ChaosRun): Promise<Record<string, VerifiedFigures>> {
  const figures: Record<string, VerifiedFigures> = {};
  for (const stream of run.parts.streams) {
    const { pack } = stream.pack;
    figures[pack] = await verifyStream(run, stream).catch((error: Error) => {
      throw new Error(`${pack}: ${error.message}`);
    });
  }
  return figures;
}

async function verifyStream(run: ChaosRun, stream: ChaosStream): Promise<VerifiedFigures> {
  const { reading, pack, events, amountColumn } = stream;
  const report = await reading.verify(() => run.logEndOffsets(stream));
  const broken = report.rules.filter(({ passed }) => !passed).map(({ finding }) => finding);
  const { pending, brokerChecked } = report;
  const proven = { broken: [], pending: 0, brokerChecked: true };
  expectEqual('the ledger', { broken, pending, brokerChecked }, proven);
  await verifyTotals(stream);
  await verifyClock(run, stream);

  const { sent, acknowledged } = readSentEvents(run.parts.paths.producerRecord(pack.pack), events);
  const ids = await silverIds(stream);
  const found = new Set(ids);
  expectEqual('event ids in Silver, each once', ids.length, found.size);
  const centsById = new Map(
    sent.filter(({ cents }) => cents > 0).map(({ eventId, cents }) => [eventId, cents]),
  );
  expectNone('Silver holds an event that was never sent', ids, (id) => centsById.has(id));
  const accepted = acknowledged.filter(({ cents }) => cents > 0);
  expectNone('an acknowledged event is not in Silver', accepted, ({ eventId }) =>
    found.has(eventId),
  );

  const rejected = new Set(await rejectedOffsets(stream));
  const bad = acknowledged.filter(({ cents }) => cents === 0);
  expectNone('a malformed event is not rejected', bad, ({ partition, offset }) =>
    rejected.has(`${partition}:${offset}`),
  );

  const rows = await reading.countRows();
  const expected = ids.reduce((sum, id) => sum + centsById.get(id)!, 0);
  const amount = `SELECT sum(${amountColumn})::VARCHAR FROM silver.${pack.silver.table}`;
  expectEqual('the amounts in Silver', cents((await select(stream, amount))[0]?.[0]), expected);
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

async function select({ reading }: ChaosStream, sql: string) {
  const { rows } = await reading.runSql({ sql, rowLimit: pageRows, timeoutMs: 60_000 });
  return rows;
}

/** All rows of a SELECT that has an order. */
async function selectAll(stream: ChaosStream, sql: string) {
  const rows: (readonly unknown[])[] = [];
  for (;;) {
    const page = await select(stream, `${sql} LIMIT ${pageRows} OFFSET ${rows.length}`);
    rows.push(...page);
    if (page.length < pageRows) return rows;
  }
}

/**
 * The fourth rule takes an aggregate for what it says it holds: here it has to hold all of Silver,
 * but for what its filter leaves out and what Silver says is late for it.
 */
async function verifyTotals(stream: ChaosStream): Promise<void> {
  const { pack } = stream;
  const silver = `silver.${pack.silver.table}`;
  for (const { layer, table, filter = 'true', window, measures } of pack.aggregates) {
    const mark = `late:${layer}.${table}`;
    const isLate =
      window?.watermarkDelayMs === undefined
        ? 'false'
        : `coalesce(list_contains(string_split(dq_warnings, ';'), '${mark}'), false)`;
    for (const { name, function: fold, column } of measures) {
      if (fold !== 'sum' && fold !== 'count') continue;
      const own = await select(stream, `SELECT sum("${name}")::VARCHAR FROM ${layer}.${table}`);
      const inSilver = fold === 'sum' ? `sum("${column}")` : 'count(*)';
      const all = await select(
        stream,
        `SELECT ${inSilver}::VARCHAR FROM ${silver} WHERE (${filter}) AND NOT ${isLate}`,
      );
      expectEqual(`${layer}.${table}.${name}`, own, all);
    }
  }
}

/** Broker and job went by the clock that they were given: the newest row tells both. */
async function verifyClock(run: ChaosRun, stream: ChaosStream): Promise<void> {
  const { systemTimeMs } = run;
  if (systemTimeMs === null) return;
  const { pack } = stream;
  const [row = []] = await select(
    stream,
    `SELECT epoch_ms(arg_max(${pack.kafkaTimestampColumn}, kafka_offset)),
            epoch_ms(arg_max(processed_at, kafka_offset)) FROM silver.${pack.silver.table}`,
  );
  const behindMs = row.map((atMs) => systemTimeMs - Number(atMs));
  expectNone(
    'a time of the newest row, behind the clock',
    behindMs,
    (ms) => Number.isFinite(ms) && Math.abs(ms) < clockToleranceMs,
  );
}

async function silverIds(stream: ChaosStream): Promise<string[]> {
  const { eventIdField, silver } = stream.pack;
  const sql = `SELECT ${eventIdField} FROM silver.${silver.table} ORDER BY 1`;
  return (await selectAll(stream, sql)).map(([id]) => String(id));
}

async function rejectedOffsets(stream: ChaosStream): Promise<string[]> {
  const sql = `SELECT kafka_partition, kafka_offset FROM quality.rejected_records
    WHERE pack = '${stream.pack.pack}' ORDER BY 1, 2`;
  const rows = await selectAll(stream, sql);
  return rows.map(([partition, offset]) => `${partition}:${offset}`);
}
