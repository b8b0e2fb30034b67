import { ChartMenu } from '../../charts/chart-menu';
import { MenuItem, MenuSeparator } from '../../components/menu';
import { t } from '../../languages/language';
import { figureSql } from '../../sql/figure-sql';
import { useStores } from '../../state/stores';
import { useOfferPanel } from './export-panel';
import { rowsFileName, sqlParameters, sqlPlace } from './figure-actions';
import { useOpenFigure } from './open-figure';
import type { OpenedFigure } from './open-figure';

/** What can be done with a panel, a tile or a row: open, copy, and take elsewhere. */
export function FigureMenu(props: {
  /** Null: nothing was read yet. */
  opened: OpenedFigure | null;
  hasChart?: boolean;
  /** Takes the panel from the dashboard; absent where it belongs there. */
  onUnpin?: (() => void) | undefined;
}) {
  const { opened, hasChart = false, onUnpin } = props;
  useOfferPanel(opened);
  const open = useOpenFigure();
  const goTo = useStores('address', (state) => state.open);
  const unpin = onUnpin && (
    <>
      <MenuSeparator />
      <MenuItem icon="cross" onSelect={onUnpin}>
        {t('figure.unpin')}
      </MenuItem>
    </>
  );
  if (opened === null) return <ChartMenu title="" rows={null} hasImage={false} after={unpin} />;
  const copySql = (settle: (isDone: boolean) => void) =>
    void navigator.clipboard.writeText(figureSql(opened.result, opened)).then(
      () => settle(true),
      () => settle(false),
    );
  return (
    <ChartMenu
      title={opened.title}
      fileName={rowsFileName(opened)}
      rows={() => opened.result}
      hasImage={hasChart}
      before={(settle) => (
        <>
          <MenuItem icon="magnifier" onSelect={() => open(opened)}>
            {t('figure.open')}
          </MenuItem>
          <MenuItem icon="copy" onSelect={() => copySql(settle)}>
            {t('figure.copySql')}
          </MenuItem>
          <MenuItem icon="lines" onSelect={() => goTo(sqlPlace, sqlParameters(opened))}>
            {t('figure.openInSql')}
          </MenuItem>
        </>
      )}
      after={unpin}
    />
  );
}
