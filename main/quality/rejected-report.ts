import { quoteText } from '../analytics/sql-quoting';
import type { QueryResult } from '../contract/query';
import { rejectedRequest, type RejectedReport, type RejectedRequest } from '../contract/rejected';
import { fieldsOfRule, type RulesOfPack } from './rule-fields';

const table = 'quality.rejected_records';
/** Columns of the chart at most, and beside it as many rules as anybody reads. */
const mostParts = 96;
const mostRules = 500;

/** Runs one read-only statement; `TABLE_UNKNOWN` before the first record was rejected. */
export type RunSql = (sql: string) => Promise<QueryResult>;

/** Rejected records by rule, all of them and over time. Fails like `runSql`. */
export async function readRejected(
  runSql: RunSql,
  packs: ReadonlyMap<string, RulesOfPack>,
  hasTable: boolean,
  request: RejectedRequest = rejectedRequest.parse({}),
  nowMs = Date.now(),
): Promise<RejectedReport> {
  const { pack, lastMs } = request;
  const known = { atMs: nowMs, untilMs: nowMs };
  const none = { tableVersion: null, fromMs: nowMs - (lastMs ?? 0), partMs: 1, counts: [] };
  if (!hasTable) return { ...known, ...none, history: [] };
  const where = pack === null ? 'true' : `pack = ${quoteText(pack)}`;
  const counted = await runSql(countsSql(where, lastMs === null ? 0 : nowMs - lastMs));
  const rows = counted.rows.map(([owner, stage, rule, error, all, recent, newest, oldest]) => ({
    count: {
      pack: String(owner),
      stage: String(stage),
      rule: String(rule),
      error: String(error ?? ''),
      rows: Number(all),
      recentRows: Number(recent),
      newestAtMs: Number(newest),
      fields: fieldsOf(packs.get(String(owner)), String(rule)),
    },
    oldestAtMs: Number(oldest),
  }));
  const fromMs =
    lastMs === null ? Math.min(nowMs, ...rows.map((row) => row.oldestAtMs)) : nowMs - lastMs;
  const partMs = Math.max(1_000, Math.ceil((nowMs - fromMs + 1) / mostParts));
  const parts = await runSql(historySql(where, fromMs, partMs));
  return {
    ...known,
    tableVersion: counted.tableVersions[table] ?? null,
    fromMs,
    partMs,
    counts: rows.map(({ count }) => count),
    history: parts.rows.map(([part, stage, rule, count]) => ({
      atMs: fromMs + Number(part) * partMs,
      stage: String(stage),
      rule: String(rule),
      rows: Number(count),
    })),
  };
}

const fieldsOf = (pack: RulesOfPack | undefined, rule: string) =>
  pack ? fieldsOfRule(pack, rule) : [];

const countsSql = (where: string, sinceMs: number) => `
  SELECT pack, stage, coalesce(rule, stage), max_by(error, rejected_at), count(*),
    count_if(epoch_ms(rejected_at) >= ${sinceMs}), epoch_ms(max(rejected_at)),
    epoch_ms(min(rejected_at))
  FROM ${table} WHERE ${where}
  GROUP BY ALL ORDER BY count(*) DESC, pack, stage, coalesce(rule, stage) LIMIT ${mostRules}`;

const historySql = (where: string, fromMs: number, partMs: number) => `
  SELECT (epoch_ms(rejected_at) - ${fromMs}) // ${partMs} AS part, stage, coalesce(rule, stage),
    count(*)
  FROM ${table} WHERE ${where} AND epoch_ms(rejected_at) >= ${fromMs}
  GROUP BY ALL ORDER BY part, count(*) DESC`;
