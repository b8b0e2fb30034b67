import type { DuckDbSession } from '../analytics/duckdb-session';
import { toSnapshotSelect } from '../analytics/snapshot-select';
import { SqlConnection } from '../analytics/sql-connection';
import { quoteText } from '../analytics/sql-quoting';
import type { RuleCount } from '../contract/quality';
import type { StreamPack } from '../contract/stream-pack';
import type { Lake } from '../delta/lake';

const rejectedRecords = 'quality.rejected_records';

/**
 * Rows by rule: those that each blocking rule, or the stage before the rules, refused, and those
 * that carry a warning's mark. A rule of the pack that no row broke has 0.
 */
export async function countRules(
  session: DuckDbSession,
  lake: Lake,
  pack: StreamPack,
): Promise<RuleCount[]> {
  const silver = `silver.${pack.silver.table}`;
  const refused = await countBy(
    session,
    lake,
    rejectedRecords,
    (rows) => `SELECT coalesce(rule, stage) AS rule FROM (${rows})
               WHERE pack = ${quoteText(pack.pack)}`,
  );
  const marked = await countBy(
    session,
    lake,
    silver,
    (rows) => `SELECT unnest(string_split(dq_warnings, ';')) AS rule FROM (${rows})
               WHERE dq_warnings <> ''`,
  );
  const known = pack.silver.rules.map(({ id, kind }): RuleCount => {
    const rows = (kind === 'blocking' ? refused : marked).get(id) ?? 0;
    return { rule: id, kind, rows };
  });
  const ids = new Set(known.map(({ rule }) => rule));
  const others = (counts: ReadonlyMap<string, number>, kind: RuleCount['kind']) =>
    [...counts].filter(([rule]) => !ids.has(rule)).map(([rule, rows]) => ({ rule, kind, rows }));
  return [...known, ...others(refused, 'stage'), ...others(marked, 'warning')];
}

async function countBy(
  session: DuckDbSession,
  lake: Lake,
  table: string,
  toRules: (rows: string) => string,
): Promise<Map<string, number>> {
  if (!lake.has(table)) return new Map();
  const rules = toRules(toSnapshotSelect(await lake.snapshot(table)));
  const rows = await session.use((connection) =>
    new SqlConnection(connection).readRows(
      `SELECT rule, count(*)::DOUBLE FROM (${rules}) GROUP BY rule ORDER BY rule`,
    ),
  );
  return new Map(rows.map(([rule, count]) => [String(rule), Number(count)]));
}
