import { useRef, useState } from 'react';
import { Icon } from '../../components/icon';
import { Menu, MenuItem, MenuSeparator } from '../../components/menu';
import { t } from '../../languages/language';
import { figureSql } from '../../sql/figure-sql';
import { useStores } from '../../state/stores';
import { copyImage, saveRows, sqlParameters, sqlPlace } from './figure-actions';
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
  const open = useOpenFigure();
  const goTo = useStores('address', (state) => state.open);
  const trigger = useRef<HTMLButtonElement>(null);
  const [outcome, setOutcome] = useState<'done' | 'failed' | null>(null);
  const settle = (isDone: boolean) => {
    setOutcome(isDone ? 'done' : 'failed');
    setTimeout(() => setOutcome(null), 2_000);
  };
  const copySql = () =>
    opened &&
    void navigator.clipboard.writeText(figureSql(opened.result, opened)).then(
      () => settle(true),
      () => settle(false),
    );
  return (
    <>
      <span className="figure-outcome" role="status">
        {outcome && t(`copy.${outcome}`)}
      </span>
      <Menu
        align="end"
        trigger={
          <button
            ref={trigger}
            type="button"
            className="button button-quiet figure-menu"
            aria-label={t('figure.menu', { title: opened?.title ?? '' })}
          >
            <Icon name="more" />
          </button>
        }
      >
        {opened && (
          <>
            <MenuItem icon="magnifier" onSelect={() => open(opened)}>
              {t('figure.open')}
            </MenuItem>
            <MenuItem icon="copy" onSelect={copySql}>
              {t('figure.copySql')}
            </MenuItem>
            <MenuItem icon="lines" onSelect={() => goTo(sqlPlace, sqlParameters(opened))}>
              {t('figure.openInSql')}
            </MenuItem>
            <MenuItem icon="download" onSelect={() => saveRows(opened)}>
              {t('figure.export')}
            </MenuItem>
            {hasChart && (
              <MenuItem
                icon="bars"
                onSelect={() =>
                  void copyImage(trigger.current?.closest('.panel') ?? null, opened.title).then(
                    settle,
                  )
                }
              >
                {t('figure.copyImage')}
              </MenuItem>
            )}
          </>
        )}
        {onUnpin && (
          <>
            <MenuSeparator />
            <MenuItem icon="cross" onSelect={onUnpin}>
              {t('figure.unpin')}
            </MenuItem>
          </>
        )}
      </Menu>
    </>
  );
}
