import { Announced } from '../../components/state-announcer';
import { formatExactDecimal } from '../../format/exact-decimal';
import { formatInteger } from '../../format/numbers';
import { copyForms } from '../../grid/copy-rows';
import { figuresOf } from '../../grid/selection-figures';
import { t } from '../../languages/language';
import { mostSelectedRows } from './use-selected-rows';
import type { RowsSelection } from './use-rows-selection';

/** Count, sum and average of what is selected, and its copy. */
export function SelectionFooter({ selected }: { selected: RowsSelection }) {
  const { bounds, kind, columns, rows, outcome, copy } = selected;
  if (bounds === null) return null;
  const rowCount = bounds.lastRow - bounds.firstRow + 1;
  const isTooMany = rowCount > mostSelectedRows;
  const cells = rowCount * columns.length;
  const figures =
    rows &&
    figuresOf(
      rows,
      columns.map(({ type }) => type),
    );
  const count =
    kind === 'rows'
      ? t('data.selected', { count: rowCount, figure: formatInteger(rowCount) })
      : t('data.cells', { count: cells, figure: formatInteger(cells) });
  const sums =
    figures && figures.numbers > 0 && cells > 1
      ? t('data.figures', {
          count: figures.values,
          figure: formatInteger(figures.values),
          sum: formatExactDecimal(figures.sum),
          average: formatExactDecimal(figures.average),
        })
      : null;
  return (
    <span className="rows-selection">
      <Announced text={[count, sums].filter(Boolean).join(' · ')} />
      {outcome && <Announced text={t(`copy.${outcome}`)} />}
      <span data-testid="selection-count">{count}</span>
      {isTooMany && <span>{t('data.tooMany', { rows: formatInteger(mostSelectedRows) })}</span>}
      {sums && <span data-testid="selection-figures">{sums}</span>}
      {!isTooMany && (
        <>
          <span>{outcome ? t(`copy.${outcome}`) : t('copy.action')}</span>
          {copyForms.map((form) => (
            <button
              key={form}
              type="button"
              className="button button-quiet"
              aria-label={t('data.copyAs', { form: form.toUpperCase() })}
              onClick={() => void copy(form, true)}
            >
              {form.toUpperCase()}
            </button>
          ))}
        </>
      )}
    </span>
  );
}
