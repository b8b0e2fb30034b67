import type { OpsTableFacts } from '../../../../main/contract/ops-facts';
import { missing } from '../../format/missing';
import { formatBytes, formatInteger } from '../../format/numbers';
import { formatAge } from '../../format/time';
import { t } from '../../languages/language';
import { writeAddress } from '../../state/address-store';
import { useNowMs } from '../../state/stores';
import { useRequest } from '../../state/use-request';

/** While the tree is seen, what is known of these tables is asked anew after this time. */
const renewAfterMs = 30_000;

/**
 * The app's own tables, which SQL reads, with rows, age and size: each opens with a statement over it.
 * Of a table that is no more than a view of others nothing but its name is known.
 */
export function OwnTables() {
  const nowMs = useNowMs();
  const listed = useRequest('tables.columns', {}).value?.tables ?? [];
  const facts = useRequest('opsTables.read', {}, Math.floor(nowMs / renewAfterMs)).value?.tables;
  const own = listed.filter(({ table }) => table.startsWith('ops.'));
  if (own.length === 0) return null;
  return (
    <section aria-label="ops">
      <h2 className="layer">ops</h2>
      {own.map(({ table }) => (
        <OwnTable
          key={table}
          table={table}
          facts={facts?.find((one) => one.table === table) ?? null}
          nowMs={nowMs}
        />
      ))}
    </section>
  );
}

function OwnTable(props: { table: string; facts: OpsTableFacts | null; nowMs: number }) {
  const { table, facts, nowMs } = props;
  return (
    <a
      href={`#${writeAddress('/data/sql', { sql: `SELECT *\nFROM ${table}\nLIMIT 1000` })}`}
      title={t('data.openInSql', { table })}
    >
      <span className="table-tree-name">{table.slice('ops.'.length)}</span>
      <span className="table-tree-rows">{facts && formatInteger(facts.rows)}</span>
      <span className="table-tree-facts">
        <span>{facts ? formatAge(facts.newestAtMs, nowMs) : missing}</span>
        <span>{formatBytes(facts?.sizeBytes ?? null)}</span>
      </span>
    </a>
  );
}
