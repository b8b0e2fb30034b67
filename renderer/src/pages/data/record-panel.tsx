import { useEffect, useRef } from 'react';
import { CopyButton } from '../../components/copy-button';
import { Icon } from '../../components/icon';
import { formatExact } from '../../format/cells';
import { formatInteger } from '../../format/numbers';
import type { RowPages } from '../../grid/use-row-pages';
import { t } from '../../languages/language';

/** All fields of one row, with the rows before and after it; Escape closes it. */
export function RecordPanel(props: {
  pages: RowPages;
  row: number;
  onMove: (row: number) => void;
  onClose: () => void;
}) {
  const { pages, row, onMove, onClose } = props;
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    close.current?.focus();
    return () => (before instanceof HTMLElement ? before.focus() : undefined);
  }, []);
  const { want } = pages;
  useEffect(() => want(row, row), [want, row]);
  const values = pages.rowAt(row);
  const columns = pages.head?.columns ?? [];
  const total = pages.head?.totalRows ?? 0;
  const json = JSON.stringify(
    Object.fromEntries(columns.map(({ name }, at) => [name, values?.[at] ?? null])),
    null,
    2,
  );
  return (
    <aside
      className="record-panel"
      aria-label={t('data.record')}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header>
        <h2>{t('data.recordOf', { row: formatInteger(row + 1), rows: formatInteger(total) })}</h2>
        <button
          type="button"
          className="button button-quiet"
          aria-label={t('data.previous')}
          disabled={row === 0}
          onClick={() => onMove(row - 1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          className="button button-quiet"
          aria-label={t('data.next')}
          disabled={row >= total - 1}
          onClick={() => onMove(row + 1)}
        >
          <Icon name="down" />
        </button>
        <CopyButton text={json} label={t('data.copyJson')} />
        <button
          ref={close}
          type="button"
          className="button button-quiet"
          aria-label={t('data.close')}
          onClick={onClose}
        >
          <Icon name="cross" />
        </button>
      </header>
      <dl>
        {columns.map(({ name, type }, at) => (
          <div key={name}>
            <dt>
              {name} <span className="grid-column-type">{type.toLowerCase()}</span>
            </dt>
            <dd>{values ? formatExact(values[at] ?? null, type) : ''}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
