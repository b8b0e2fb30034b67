import { useCallback, useMemo, useRef, useState } from 'react';
import type { RecordPage } from '../../../../main/contract/records';
import { FailureCard } from '../../components/failure-card';
import { Grid } from '../../grid/grid';
import type { GridHandle } from '../../grid/grid';
import { nextSort } from '../../grid/next-sort';
import { toShownColumns } from '../../grid/shown-columns';
import { useColumns } from '../../grid/use-columns';
import { useRowPages } from '../../grid/use-row-pages';
import { useStores } from '../../state/stores';
import { ExportDialog } from '../export/export-dialog';
import { viewFileName } from '../export/view-file-name';
import { writeList } from './data-address';
import type { DataView } from './data-address';
import { FilterBuilder } from './filter-builder';
import { RecordPanel } from './record-panel';
import { RowsFooter } from './rows-footer';
import { RowsNotice } from './rows-notice';
import { RowsTools } from './rows-tools';
import { useColumnLayout } from './use-column-layout';
import { useLiveVersion } from './use-live-version';
import { useRowsSelection } from './use-rows-selection';

const noColumns: RecordPage['columns'] = [];

/** The rows of a table: filtered, sorted, newest first, at one version. */
export function RowsTab({ view }: { view: DataView & { kind: 'table' } }) {
  const { table, filters, sort, version } = view;
  const adjust = useStores('address', (state) => state.adjust);
  const pack = useStores('overview', (state) => state.overview?.pipeline.pack ?? '');
  const grid = useRef<GridHandle>(null);
  const [isLive, setIsLive] = useState(true);
  const [isHeld, setIsHeld] = useState(false);
  const [isTop, setIsTop] = useState(true);
  const [opened, setOpened] = useState<number | null>(null);
  const [isExporting, setIsExporting] = useState(false);
  const [asked, setAsked] = useState<{ column: string; count: number } | null>(null);
  const isFollowing = version === null && isLive && isTop && opened === null && !isHeld;
  const live = useLiveVersion(table, isFollowing);
  const request = { table, filters: [...filters], sort: [...sort], atVersion: version };
  const pages = useRowPages(request, live.shown);
  const columns = pages.head?.columns ?? noColumns;
  const { layout, onLayout } = useColumnLayout(table);
  const model = useColumns(columns, layout, onLayout);
  const { columnOrder, columnPinning, columnVisibility } = model.state;
  const shown = useMemo(
    () => toShownColumns(model, columns),
    [model, columns, columnOrder, columnPinning, columnVisibility],
  );
  const selected = useRowsSelection(table, pages, shown);
  const select = (next: typeof selected.selection) => {
    selected.onSelect(next);
    setIsHeld(next !== null);
  };
  const onTop = useCallback((now: boolean) => setIsTop(now), []);
  const onNewer = () => {
    select(null);
    setOpened(null);
    setIsLive(true);
    grid.current?.scrollToTop();
    live.follow();
  };
  return (
    <div className="rows-tab">
      <div className="rows-tools">
        <FilterBuilder
          table={table}
          version={version}
          columns={columns}
          filters={filters}
          asked={asked}
          onChange={(next) => adjust({ filter: writeList(next) })}
        />
        <RowsTools
          model={model}
          isLive={isLive}
          isFollowing={isFollowing}
          onLive={setIsLive}
          newer={live.newer}
          isBehind={live.isBehind}
          onNewer={onNewer}
          version={version}
          onGoTo={(name) => grid.current?.scrollToColumn(name)}
          onExport={() => setIsExporting(true)}
        />
      </div>
      {pages.head && pages.failure && (
        <FailureCard
          failure={pages.failure}
          onRetry={() => {
            live.follow();
            pages.reload();
          }}
        />
      )}
      <div className="rows-body">
        {pages.head === null || pages.head.totalRows === 0 ? (
          <RowsNotice
            table={table}
            pages={pages}
            filters={filters}
            onClearFilter={() => adjust({ filter: null })}
          />
        ) : (
          <Grid
            ref={grid}
            label={table}
            model={model}
            shown={shown}
            pages={pages}
            sort={sort}
            onSort={(column, isAdded) =>
              adjust({ sort: writeList(nextSort(sort, column, isAdded)) })
            }
            filtered={filters.map(({ column }) => column)}
            onFilter={(column) =>
              setAsked((before) => ({ column, count: (before?.count ?? 0) + 1 }))
            }
            selection={selected.selection}
            onSelect={select}
            onOpen={setOpened}
            onCopy={() => void selected.copy('tsv', false)}
            onTop={onTop}
          />
        )}
        {opened !== null && (
          <RecordPanel
            pages={pages}
            request={request}
            row={opened}
            onMove={setOpened}
            onClose={() => setOpened(null)}
          />
        )}
      </div>
      <RowsFooter
        table={table}
        isFiltered={filters.length > 0 || version !== null}
        pages={pages}
        selected={selected}
      />
      {isExporting && pages.head && (
        <ExportDialog
          what={table}
          subject={{
            kind: 'table',
            table,
            atVersion: pages.head.tableVersion,
            columns: shown.map(({ id }) => id),
            filters: [...filters],
            sort: [...sort],
          }}
          suggestedName={viewFileName(pack, table.slice(table.indexOf('.') + 1), Date.now())}
          onClose={() => setIsExporting(false)}
        />
      )}
    </div>
  );
}
