import { useEffect, useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { Icon } from '../components/icon';
import { Menu, MenuItem } from '../components/menu';
import { toFileName } from '../components/save-file';
import { Announced } from '../components/state-announcer';
import { t } from '../languages/language';
import { canvasesOf, copyImage } from './copy-image';
import { saveRows } from './save-rows';
import type { ChartRows } from './save-rows';

type Settle = (isDone: boolean) => void;

const outcomeMs = 2_000;

/**
 * What can be done with every chart, in its panel's header (ux.md section 11): its figures as a file,
 * and its picture on the clipboard. A panel's own commands stand before and after.
 */
export function ChartMenu(props: {
  title: string;
  /** Of the file, without its ending; the title where it is absent. */
  fileName?: string;
  /** Null: there are no figures yet. */
  rows: (() => ChartRows) | null;
  /** False for a panel that never shows a picture. */
  hasImage?: boolean;
  /** `settle` is told what came of a command, and says so beside the menu. */
  before?: (settle: Settle) => ReactNode;
  after?: ReactNode;
}) {
  const { title, rows, hasImage = true, before, after } = props;
  const trigger = useRef<HTMLButtonElement>(null);
  const [outcome, settle] = useState<'done' | 'failed' | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => settle(null), outcomeMs);
    return () => clearTimeout(timer);
  }, [outcome]);
  const told: Settle = (isDone) => settle(isDone ? 'done' : 'failed');
  return (
    <>
      <span className="figure-outcome">
        {outcome && t(`copy.${outcome}`)}
        {outcome && <Announced text={t(`copy.${outcome}`)} />}
      </span>
      <Menu
        align="end"
        trigger={
          <button
            ref={trigger}
            type="button"
            className="button button-quiet figure-menu"
            aria-label={t('figure.menu', { title })}
          >
            <Icon name="more" />
          </button>
        }
      >
        {before?.(told)}
        {rows && (
          <MenuItem
            icon="download"
            onSelect={() => saveRows(props.fileName ?? toFileName(title), rows())}
          >
            {t('figure.export')}
          </MenuItem>
        )}
        {hasImage && <CopyImageItem title={title} trigger={trigger} settle={told} />}
        {after}
      </Menu>
    </>
  );
}

/** Its picture; not while the panel shows its table instead. */
function CopyImageItem(props: {
  title: string;
  trigger: RefObject<HTMLButtonElement | null>;
  settle: Settle;
}) {
  const { title, trigger, settle } = props;
  // Drawn when the menu opens: what the panel shows then holds until it is closed.
  const panel = trigger.current?.closest('.panel') ?? null;
  const isDrawn = canvasesOf(panel).length > 0;
  return (
    <MenuItem
      icon="bars"
      isDisabled={!isDrawn}
      note={isDrawn ? undefined : t('figure.noImage')}
      onSelect={() => void copyImage(panel, title).then(settle)}
    >
      {t('figure.copyImage')}
    </MenuItem>
  );
}
