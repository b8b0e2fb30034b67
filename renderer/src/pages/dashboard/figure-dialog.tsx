import { useLayoutEffect, useRef } from 'react';
import { saveRows } from '../../charts/save-rows';
import { CopyButton } from '../../components/copy-button';
import { Icon } from '../../components/icon';
import { LiveRegions } from '../../components/state-announcer';
import { columnTitle, formatFigure } from '../../format/cells';
import { t } from '../../languages/language';
import { figureSql } from '../../sql/figure-sql';
import { writeAddress } from '../../state/address-store';
import { rowsFileName, sqlParameters, sqlPlace } from './figure-actions';
import { FigureSources } from './figure-sources';
import type { OpenedFigure } from './open-figure';

/** Where a figure comes from: its SQL, which returns it again, and the tables with their versions. */
export function FigureDialog({ opened, onClose }: { opened: OpenedFigure; onClose: () => void }) {
  const { title, result, row, column } = opened;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const sql = figureSql(result, opened);
  const at = result.columns.findIndex(({ name }) => name === column);
  const isFigure = row !== null && at >= 0;
  return (
    <dialog
      ref={dialog}
      className="dialog figure-dialog"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target instanceof HTMLAnchorElement && onClose()}
    >
      <header className="figure-head">
        <h2 className="dialog-title">{title}</h2>
        <button
          type="button"
          className="button button-quiet"
          aria-label={t('figure.close')}
          onClick={onClose}
        >
          <Icon name="cross" />
        </button>
      </header>
      {isFigure && (
        <p className="figure-opened">
          <span>{columnTitle(column ?? '')}</span>
          <strong data-testid="figure-value">
            {formatFigure(
              column ?? '',
              result.rows[row]?.[at] ?? null,
              result.columns[at]?.type ?? '',
            )}
          </strong>
        </p>
      )}
      <pre className="sql" tabIndex={0} aria-label="SQL" data-testid="figure-sql">
        {sql}
      </pre>
      <FigureSources opened={opened} />
      <div className="dialog-actions">
        <CopyButton text={sql} label={t('figure.copySql')} />
        <a className="button" href={`#${writeAddress(sqlPlace, sqlParameters(opened))}`}>
          {t('figure.openInSql')}
        </a>
        <button
          type="button"
          className="button"
          onClick={() => saveRows(rowsFileName(opened), result)}
        >
          <Icon name="download" />
          {t('figure.export')}
        </button>
      </div>
      <LiveRegions />
    </dialog>
  );
}
