import { useEffect, useState } from 'react';
import type { Cell } from '../../../../main/contract/query';
import { isNumeric } from '../../format/cells';
import { formatInteger, formatRate } from '../../format/numbers';
import { formatAge, formatDuration } from '../../format/time';
import { copyForms, rowsAsText } from '../../grid/copy-rows';
import type { CopyForm } from '../../grid/copy-rows';
import { mostRows } from '../../grid/grid';
import type { Selection } from '../../grid/grid';
import type { ColumnModel } from '../../grid/use-columns';
import type { RowPages } from '../../grid/use-row-pages';
import { t } from '../../languages/language';
import { useNowMs } from '../../state/stores';

/** What is shown, and the selection: its count, the sum and mean of its numbers, and its copy. */
export function RowsFooter(props: {
  pages: RowPages;
  model: ColumnModel;
  selection: Selection | null;
  table: string;
}) {
  const { pages, model, selection, table } = props;
  const nowMs = useNowMs();
  const [outcome, setOutcome] = useState<'done' | 'failed' | null>(null);
  const { head } = pages;
  const [first, last] = selection
    ? [Math.min(selection.first, selection.last), Math.max(selection.first, selection.last)]
    : [0, -1];
  const places = model.getVisibleLeafColumns().map(({ id }) => ({
    id,
    at: head?.columns.findIndex(({ name }) => name === id) ?? -1,
  }));
  const selected: (readonly Cell[])[] = [];
  for (let row = first; row <= last; row++) {
    const values = pages.rowAt(row);
    if (values) selected.push(places.map(({ at }) => values[at] ?? null));
  }
  const copy = async (form: CopyForm) => {
    const names = places.map(({ id }) => id);
    const text = rowsAsText(form, names, selected, table);
    setOutcome(
      await navigator.clipboard.writeText(text).then(
        () => 'done' as const,
        () => 'failed' as const,
      ),
    );
  };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.key.toLowerCase() !== 'c')
        return;
      event.preventDefault();
      void copy('tsv');
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
  const numbers = selected.flatMap((row) =>
    row.flatMap((value, index) => {
      const type = head?.columns[places[index]?.at ?? -1]?.type ?? '';
      return value !== null && isNumeric(type) ? [Number(value)] : [];
    }),
  );
  const sum = numbers.reduce((total, value) => total + value, 0);
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
      <span className="rows-selection" aria-live="polite">
        {selected.length > 0 && (
          <>
            <span>
              {t('data.selected', {
                count: selected.length,
                figure: formatInteger(selected.length),
              })}
            </span>
            {numbers.length > 1 && (
              <span>
                {t('data.sum', { sum: formatRate(sum), mean: formatRate(sum / numbers.length) })}
              </span>
            )}
            <span>{outcome ? t(`copy.${outcome}`) : t('copy.action')}</span>
            {copyForms.map((form) => (
              <button
                key={form}
                type="button"
                className="button button-quiet"
                onClick={() => void copy(form)}
              >
                {form.toUpperCase()}
              </button>
            ))}
          </>
        )}
      </span>
    </footer>
  );
}
