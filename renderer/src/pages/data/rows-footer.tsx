import { formatInteger } from '../../format/numbers';
import { formatAge, formatDuration } from '../../format/time';
import { mostRows } from '../../grid/grid';
import type { RowPages } from '../../grid/use-row-pages';
import { t } from '../../languages/language';
import { useNowMs } from '../../state/stores';
import { SelectionFooter } from './selection-footer';
import type { RowsSelection } from './use-rows-selection';

/** What is shown: rows, version, time; and what is selected of it. */
export function RowsFooter({ pages, selected }: { pages: RowPages; selected: RowsSelection }) {
  const nowMs = useNowMs();
  const { head } = pages;
  return (
    <footer className="rows-footer">
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
