import { layers } from '../../../../main/contract/delta';
import type { TableSummary } from '../../../../main/contract/delta';
import { formatInteger } from '../../format/numbers';
import { formatAge } from '../../format/time';
import { t, tOr } from '../../languages/language';
import { useNowMs } from '../../state/stores';

/** Every table with its rows, by layer in the order Bronze, Silver, Gold, Quality. */
export function LayerRows({ tables }: { tables: readonly TableSummary[] }) {
  const nowMs = useNowMs();
  const rank = (table: TableSummary) => layers.findIndex((layer) => table.table.startsWith(layer));
  const ordered = [...tables].sort((a, b) => rank(a) - rank(b));
  return (
    <ul className="layer-rows" tabIndex={0} aria-label={t('strip.rows')}>
      {ordered.map((summary) => {
        const [layer = '', name = ''] = summary.table.split('.');
        const version = formatInteger(summary.tableVersion);
        const freshness = t('topBar.version', {
          version,
          age: formatAge(summary.committedAtMs, nowMs),
        });
        return (
          <li key={summary.table} title={`${summary.table} · ${freshness}`}>
            <span className={`layer layer-${layer}`}>{tOr(`layers.${layer}`, layer)}</span>
            <span className="layer-table">{name}</span>
            <span className="layer-count" data-testid={`rows-${summary.table}`}>
              {formatInteger(summary.rows)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
