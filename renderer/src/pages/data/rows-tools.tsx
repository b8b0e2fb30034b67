import { Icon } from '../../components/icon';
import { formatInteger } from '../../format/numbers';
import type { ColumnModel } from '../../grid/use-columns';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';

/** Right of the filters: which columns, and whether the rows follow the table. */
export function RowsTools(props: {
  model: ColumnModel;
  table: string;
  isLive: boolean;
  onLive: (isLive: boolean) => void;
  /** Rows that came since those that are shown. */
  newer: number;
  onNewer: () => void;
  version: number | null;
}) {
  const { model, isLive, newer, version } = props;
  const adjust = useStores('address', (state) => state.adjust);
  return (
    <div className="rows-tools-right">
      {version !== null ? (
        <button type="button" className="button" onClick={() => adjust({ version: null })}>
          {t('data.atVersion', { version: formatInteger(version) })}
        </button>
      ) : (
        newer > 0 && (
          <button type="button" className="button pill" onClick={props.onNewer}>
            {t('data.newer', { count: newer, figure: formatInteger(newer) })}
          </button>
        )
      )}
      <button
        type="button"
        className="button"
        aria-pressed={isLive}
        disabled={version !== null}
        onClick={() => props.onLive(!isLive)}
      >
        <Icon name={isLive ? 'disc' : 'clock'} />
        {t(isLive ? 'data.live' : 'data.paused')}
      </button>
      <details className="menu">
        <summary className="button">{t('data.columns')}</summary>
        <div className="menu-body">
          {model.getAllLeafColumns().map((column) => (
            <label key={column.id} className="menu-item">
              <input
                type="checkbox"
                checked={column.getIsVisible()}
                onChange={() => column.toggleVisibility()}
              />
              {column.id}
            </label>
          ))}
          <button
            type="button"
            className="button"
            onClick={() => {
              model.resetColumnSizing(true);
              model.resetColumnVisibility(true);
            }}
          >
            {t('data.resetLayout')}
          </button>
        </div>
      </details>
    </div>
  );
}
