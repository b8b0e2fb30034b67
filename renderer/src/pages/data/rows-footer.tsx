import { formatInteger } from '../../format/numbers';
import { formatAge, formatDuration } from '../../format/time';
import { mostRows } from '../../grid/grid';
import type { RowPages } from '../../grid/use-row-pages';
import { t } from '../../languages/language';
import { useNowMs, useStores } from '../../state/stores';
import { SelectionFooter } from './selection-footer';
import type { RowsSelection } from './use-rows-selection';

/**
 * What is shown: rows, about as many as the table had while they are counted; version, time; and
 * what is selected of it.
 */
export function RowsFooter(props: {
  table: string;
  isFiltered: boolean;
  pages: RowPages;
  selected: RowsSelection;
}) {
  const { table, isFiltered, pages, selected } = props;
  const nowMs = useNowMs();
  const { head } = pages;
  const known = useStores('overview', (state) =>
    state.overview?.tables.find((one) => one.table === table),
  );
  return (
    <footer className="rows-footer">
      {!head && !pages.failure && !isFiltered && known && (
        <span data-testid="row-count">
          {t('data.about', {
            rows: t('panel.rows', { count: known.rows ?? 0, figure: formatInteger(known.rows) }),
          })}
        </span>
      )}
      {head && (
        <>
          <span data-testid="row-count">
            {t('panel.rows', { count: head.totalRows, figure: formatInteger(head.totalRows) })}
          </span>
          <span data-testid="grid-version">
            {t('topBar.version', {
              version: formatInteger(head.tableVersion),
              age: formatAge(head.committedAtMs, nowMs),
            })}
          </span>
          <span>{t('panel.took', { milliseconds: formatDuration(head.elapsedMs) })}</span>
          {head.totalRows > mostRows && (
            <span>{t('data.first', { rows: formatInteger(mostRows) })}</span>
          )}
        </>
      )}
      <SelectionFooter selected={selected} />
    </footer>
  );
}
