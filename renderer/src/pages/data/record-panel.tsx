import { useEffect, useRef, useState } from 'react';
import { CopyButton } from '../../components/copy-button';
import { Icon } from '../../components/icon';
import { formatExact, typeText } from '../../format/cells';
import { formatInteger } from '../../format/numbers';
import { recordAsJson } from '../../grid/record-as-json';
import type { RowPages, RowsRequest } from '../../grid/use-row-pages';
import { t } from '../../languages/language';
import { RecordOriginList } from './record-origin-list';

/**
 * One row: where it comes from, all its fields or its JSON, with the rows before and after it.
 * Escape closes it.
 */
export function RecordPanel(props: {
  pages: RowPages;
  request: RowsRequest;
  row: number;
  onMove: (row: number) => void;
  onClose: () => void;
}) {
  const { pages, request, row, onMove, onClose } = props;
  const [isRaw, setIsRaw] = useState(false);
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
  const json = values ? recordAsJson(columns, values) : '';
  return (
    <aside
      className="record-panel"
      aria-label={t('data.record')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        if ((event.target as Element).closest('dialog') === null) onClose();
      }}
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
      <div className="record-body">
        {pages.head && values && (
          <RecordOriginList
            request={{ ...request, atVersion: pages.head.tableVersion, offset: row }}
            columns={columns}
            values={values}
          />
        )}
        <div className="record-tools">
          <div className="segmented segmented-text" role="group" aria-label={t('data.record')}>
            {[false, true].map((raw) => (
              <button
                key={String(raw)}
                type="button"
                aria-pressed={isRaw === raw}
                onClick={() => setIsRaw(raw)}
              >
                {t(raw ? 'data.rawJson' : 'data.fields')}
              </button>
            ))}
          </div>
          <CopyButton text={json} label={t('data.copyJson')} />
        </div>
        {isRaw ? (
          <pre className="record-json" tabIndex={0}>
            {json}
          </pre>
        ) : (
          <dl>
            {columns.map(({ name, type, unit }, at) => (
              <div key={name}>
                <dt>
                  {name} <span className="grid-column-type">{typeText(type, unit)}</span>
                </dt>
                <dd title={type.startsWith('TIMESTAMP') ? String(values?.[at] ?? '') : undefined}>
                  {values ? formatExact(values[at] ?? null, type, unit) : ''}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </aside>
  );
}
