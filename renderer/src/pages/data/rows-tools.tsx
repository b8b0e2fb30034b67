import { useState } from 'react';
import { DropPanel } from '../../components/drop-panel';
import { Icon } from '../../components/icon';
import { formatInteger } from '../../format/numbers';
import type { ColumnModel } from '../../grid/use-columns';
import { t } from '../../languages/language';
import { keysText } from '../../shortcuts/keys-text';
import { useShortcut } from '../../shortcuts/use-shortcut';
import { useStores } from '../../state/stores';
import { ColumnsPanel } from './columns-panel';

/** Right of the filters: whether the rows follow the table, which columns, and the export. */
export function RowsTools(props: {
  model: ColumnModel;
  isLive: boolean;
  /** Live, and nothing holds it back: at the top, nothing selected or opened. */
  isFollowing: boolean;
  onLive: (isLive: boolean) => void;
  /** Rows that came since those that are shown. */
  newer: number;
  isBehind: boolean;
  onNewer: () => void;
  version: number | null;
  onGoTo: (column: string) => void;
  onExport: () => void;
}) {
  const { model, isLive, isFollowing, newer, version } = props;
  const adjust = useStores('address', (state) => state.adjust);
  const [isOpen, setIsOpen] = useState(false);
  useShortcut('find', () => setIsOpen(true));
  useShortcut('export-view', props.onExport);
  return (
    <div className="rows-tools-right">
      {version !== null ? (
        <button type="button" className="button pill" onClick={() => adjust({ version: null })}>
          {t('data.atVersion', { version: formatInteger(version) })}
        </button>
      ) : (
        props.isBehind &&
        !isFollowing && (
          <button type="button" className="button pill" onClick={props.onNewer}>
            <Icon name="up" />
            {newer > 0
              ? t('data.newer', { count: newer, figure: formatInteger(newer) })
              : t('data.newerVersion')}
          </button>
        )
      )}
      <button
        type="button"
        className="button"
        aria-pressed={isLive}
        disabled={version !== null}
        title={t(isFollowing ? 'data.liveHelp' : isLive ? 'data.heldHelp' : 'data.pausedHelp')}
        onClick={() => props.onLive(!isLive)}
      >
        <Icon name={isFollowing ? 'disc' : 'pause'} />
        {t('data.live')}
        {!isFollowing && version === null && <span className="unit">{t('data.paused')}</span>}
      </button>
      <DropPanel
        text={t('data.columns')}
        label={t('data.columns')}
        side="right"
        isOpen={isOpen}
        onToggle={setIsOpen}
      >
        {(close) => (
          <ColumnsPanel
            model={model}
            onClose={close}
            onGoTo={(name) => {
              setIsOpen(false);
              props.onGoTo(name);
            }}
          />
        )}
      </DropPanel>
      <button
        type="button"
        className="button"
        title={keysText('export-view')}
        onClick={props.onExport}
      >
        <Icon name="download" />
        {t('export.action')}
      </button>
    </div>
  );
}
