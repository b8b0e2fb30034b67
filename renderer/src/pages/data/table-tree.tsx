import { layers } from '../../../../main/contract/delta';
import type { TableSummary } from '../../../../main/contract/delta';
import { formatBytes, formatInteger } from '../../format/numbers';
import { formatAge } from '../../format/time';
import { t, tOr } from '../../languages/language';
import { useNowMs, useStores } from '../../state/stores';
import { tablePath } from './data-address';
import { OwnTables } from './own-tables';

/** All tables by layer with their rows, size and age, the SQL box above them, the app's own below. */
export function TableTree({ current }: { current: string | null }) {
  const tables = useStores('overview', (state) => state.overview?.tables) ?? [];
  return (
    <nav className="table-tree" aria-label={t('data.tables')}>
      <a href="#/data/sql" aria-current={current === 'sql' ? 'page' : undefined}>
        {t('data.sql')}
      </a>
      {tables.length === 0 && <p className="table-tree-facts">{t('data.noTablesYet')}</p>}
      {layers.map((layer) => {
        const ofLayer = tables.filter(({ table }) => table.startsWith(`${layer}.`));
        if (ofLayer.length === 0) return null;
        return (
          <section key={layer} aria-label={tOr(`layers.${layer}`, layer)}>
            <h2 className={`layer layer-${layer}`}>{tOr(`layers.${layer}`, layer)}</h2>
            {ofLayer.map((table) => (
              <TableLink key={table.table} table={table} isCurrent={current === table.table} />
            ))}
          </section>
        );
      })}
      <OwnTables />
    </nav>
  );
}

/** A table with its rows, and below what it takes and how old it is. */
function TableLink({ table: summary, isCurrent }: { table: TableSummary; isCurrent: boolean }) {
  const nowMs = useNowMs();
  const { table, rows, sizeBytes, tableVersion, committedAtMs } = summary;
  const age = formatAge(committedAtMs, nowMs);
  return (
    <a
      href={`#${tablePath(table)}`}
      aria-current={isCurrent ? 'page' : undefined}
      title={t('topBar.version', { version: formatInteger(tableVersion), age })}
    >
      <span className="table-tree-name">{table.slice(table.indexOf('.') + 1)}</span>
      <span className="table-tree-rows">{formatInteger(rows)}</span>
      <span className="table-tree-facts">
        <span>{age}</span>
        <span>{formatBytes(sizeBytes)}</span>
      </span>
    </a>
  );
}
