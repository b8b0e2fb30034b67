import { useCallback, useState } from 'react';
import { FailureCard } from '../../components/failure-card';
import { PanelNotice } from '../../components/panel-notice';
import { Grid } from '../../grid/grid';
import type { Selection } from '../../grid/grid';
import type { SortColumn } from '../../grid/grid-header';
import { useColumns } from '../../grid/use-columns';
import { useRowPages } from '../../grid/use-row-pages';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { writeList } from './data-address';
import type { DataView } from './data-address';
import { FilterBuilder } from './filter-builder';
import { RecordPanel } from './record-panel';
import { RowsFooter } from './rows-footer';
import { RowsTools } from './rows-tools';
import { useLiveVersion } from './use-live-version';

const noColumns: readonly { readonly name: string; readonly type: string }[] = [];

/** The rows of a table: filtered, sorted, newest first, at one version. */
export function RowsTab({ view }: { view: DataView & { kind: 'table' } }) {
  const { table, filters, sort, version } = view;
  const adjust = useStores('address', (state) => state.adjust);
  const [isLive, setIsLive] = useState(true);
  const [isTop, setIsTop] = useState(true);
  const [selection, setSelection] = useState<Selection | null>(null);
  const [opened, setOpened] = useState<number | null>(null);
  const live = useLiveVersion(table, version === null && isLive && isTop && opened === null);
  const pages = useRowPages(
    { table, filters: [...filters], sort: [...sort], atVersion: version },
    live.shown,
  );
  const columns = pages.head?.columns ?? noColumns;
  const model = useColumns(table, columns);
  const onTop = useCallback((now: boolean) => setIsTop(now), []);
  const onSort = (column: string, isAdded: boolean) => {
    const before = sort.find((one) => one.column === column);
    const others = isAdded ? sort.filter((one) => one.column !== column) : [];
    const next: SortColumn[] =
      before === undefined
        ? [...others, { column, descending: false }]
        : before.descending
          ? others
          : [...others, { column, descending: true }];
    adjust({ sort: writeList(next) });
  };
  return (
    <div className="rows-tab">
      <div className="rows-tools">
        <FilterBuilder
          columns={columns}
          filters={filters}
          onChange={(next) => adjust({ filter: writeList(next) })}
        />
        <RowsTools
          model={model}
          table={table}
          isLive={isLive}
          onLive={setIsLive}
          newer={live.newer}
          onNewer={live.follow}
          version={version}
        />
      </div>
      {pages.failure && <FailureCard failure={pages.failure} onRetry={live.follow} />}
      <div className="rows-body">
        {pages.head && pages.head.totalRows === 0 ? (
          <PanelNotice
            icon="table"
            title={t(filters.length > 0 ? 'data.noMatch' : 'data.empty')}
            action={
              filters.length > 0 && (
                <button type="button" className="button" onClick={() => adjust({ filter: null })}>
                  {t('panel.clearFilter')}
                </button>
              )
            }
          />
        ) : (
          <Grid
            label={table}
            model={model}
            pages={pages}
            sort={sort}
            onSort={onSort}
            selection={selection}
            onSelect={setSelection}
            onOpen={setOpened}
            onTop={onTop}
          />
        )}
        {opened !== null && (
          <RecordPanel
            pages={pages}
            row={opened}
            onMove={setOpened}
            onClose={() => setOpened(null)}
          />
        )}
      </div>
      <RowsFooter pages={pages} model={model} selection={selection} table={table} />
    </div>
  );
}
