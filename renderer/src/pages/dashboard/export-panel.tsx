import { createContext, useContext, useEffect, useState } from 'react';
import { toFileName } from '../../components/save-file';
import { figureSql } from '../../sql/figure-sql';
import { useShortcut } from '../../shortcuts/use-shortcut';
import { useStores } from '../../state/stores';
import { ExportDialog } from '../export/export-dialog';
import { viewFileName } from '../export/view-file-name';
import type { OpenedFigure } from './open-figure';

/** The panels whose rows stand on the page now, by their titles. */
export type OfferedPanels = Map<string, OpenedFigure>;
export const OfferedPanelsContext = createContext<OfferedPanels>(new Map());

/** Lets a panel's rows be exported while they stand on the page; a row or a tile of it is no panel. */
export function useOfferPanel(opened: OpenedFigure | null): void {
  const offered = useContext(OfferedPanelsContext);
  const { title, result, row } = opened ?? { title: '', result: null, row: null };
  useEffect(() => {
    if (result === null || row !== null) return;
    offered.set(title, { title, result, row: null, column: null });
    return () => void offered.delete(title);
  }, [offered, title, result, row]);
}

/**
 * "Export this view" of the dashboard: all rows of the panel that has the focus, else of the first,
 * with its filters and at its version.
 */
export function ExportPanel({ offered }: { offered: OfferedPanels }) {
  const pack = useStores('overview', (state) => state.overview?.pipeline.pack ?? '');
  const [panel, setPanel] = useState<OpenedFigure | null>(null);
  useShortcut('export-view', () => {
    const chosen = focusedOrFirst(offered);
    setPanel(chosen);
    return chosen !== null;
  });
  if (panel === null) return null;
  const { title, result } = panel;
  const name = exportName(title);
  return (
    <ExportDialog
      what={title}
      subject={{
        kind: 'view',
        name,
        sql: figureSql(result, panel),
        sort: [],
        atVersions: result.tableVersions,
      }}
      suggestedName={viewFileName(pack, name, Date.now())}
      onClose={() => setPanel(null)}
    />
  );
}

/** A title as an export is named: `top_10_products`. */
const exportName = (title: string): string =>
  toFileName(title)
    .replaceAll('-', '_')
    .replace(/^(?=\d)/, 'panel_')
    .slice(0, 64);

function focusedOrFirst(offered: OfferedPanels): OpenedFigure | null {
  const titleOf = (element: Element | null) => element?.getAttribute('aria-label') ?? '';
  const focused = document.activeElement?.closest('.dashboard-panel') ?? null;
  const panels = [focused, ...document.querySelectorAll('.dashboard-panel')];
  const title = panels.map(titleOf).find((one) => offered.has(one));
  return title === undefined ? null : (offered.get(title) ?? null);
}
