import { layers } from '../../../../main/contract/delta';
import { formatInteger } from '../../format/numbers';
import { formatAge } from '../../format/time';
import { t, tOr } from '../../languages/language';
import { useNowMs, useStores } from '../../state/stores';
import { tablePath } from './data-address';

/** All tables by layer with their rows, and the SQL box above them. */
export function TableTree({ current }: { current: string | null }) {
  const tables = useStores('overview', (state) => state.overview?.tables);
  const nowMs = useNowMs();
  return (
    <nav className="table-tree" aria-label={t('data.tables')}>
      <a href="#/data/sql" aria-current={current === 'sql' ? 'page' : undefined}>
        {t('data.sql')}
      </a>
      {layers.map((layer) => {
        const ofLayer = (tables ?? []).filter(({ table }) => table.startsWith(`${layer}.`));
        if (ofLayer.length === 0) return null;
        return (
          <section key={layer} aria-label={tOr(`layers.${layer}`, layer)}>
            <h2 className={`layer layer-${layer}`}>{tOr(`layers.${layer}`, layer)}</h2>
            {ofLayer.map(({ table, rows, tableVersion, committedAtMs }) => (
              <a
                key={table}
                href={`#${tablePath(table)}`}
                aria-current={current === table ? 'page' : undefined}
                title={t('topBar.version', {
                  version: formatInteger(tableVersion),
                  age: formatAge(committedAtMs, nowMs),
                })}
              >
                <span className="table-tree-name">{table.slice(layer.length + 1)}</span>
                <span className="table-tree-rows">{formatInteger(rows)}</span>
              </a>
            ))}
          </section>
        );
      })}
    </nav>
  );
}
